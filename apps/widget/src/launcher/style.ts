/** Looks of the button and the window of the chat, in a shadow of their own: neither the site nor they disturb each other. */
export const launcherStyle = `
:host { all: initial; position: fixed; z-index: 2147483000; font: 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color-scheme: light dark; }
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }
[hidden] { display: none !important; }
* { box-sizing: border-box; }
button { font: inherit; cursor: pointer; }
.launcher {
  position: fixed; bottom: calc(var(--y) + env(safe-area-inset-bottom)); min-width: 56px; height: 56px; padding: 0 16px;
  display: flex; align-items: center; justify-content: center; gap: 10px; border: 0; border-radius: 28px;
  color: var(--on-brand); background: var(--brand); box-shadow: 0 4px 16px #0003, 0 1px 4px #0003; font-weight: 600;
  max-width: calc(100vw - 2 * var(--x));
}
.right > .launcher, .right > .invitation, .right > dialog { right: var(--x); left: auto; }
.left > .launcher, .left > .invitation, .left > dialog { left: var(--x); right: auto; }
.launcher:hover { filter: brightness(1.08); }
.launcher svg { flex: none; width: 24px; height: 24px; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.picture { display: flex; }
.caption { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.caption:empty { display: none; }
.badge {
  position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
  color: #fff; background: #c62b21; font-size: 13px; line-height: 22px; text-align: center; font-variant-numeric: tabular-nums;
}
.invitation {
  position: fixed; bottom: calc(var(--y) + 68px + env(safe-area-inset-bottom)); display: flex; align-items: flex-start; max-width: min(300px, calc(100vw - 2 * var(--x)));
  border-radius: 16px; color: light-dark(#1b1f27, #e9ebef); background: light-dark(#fff, #262a32); box-shadow: 0 4px 20px #0003;
}
.invitation > .said { flex: 1; padding: 12px 0 12px 16px; border: 0; text-align: start; color: inherit; background: none; overflow-wrap: anywhere; border-radius: 16px; }
.away { flex: none; width: 44px; height: 44px; border: 0; border-radius: 22px; color: light-dark(#5c6472, #a2a9b6); background: none; font-size: 20px; line-height: 1; }
dialog {
  position: fixed; inset: auto; bottom: calc(var(--y) + 68px + env(safe-area-inset-bottom)); margin: 0; padding: 0; border: 0; overflow: hidden; border-radius: 16px;
  width: min(380px, calc(100vw - 2 * var(--x))); height: min(640px, calc(100dvh - var(--y) - 84px)); max-width: none; max-height: none;
  color: light-dark(#1b1f27, #e9ebef); background: light-dark(#fff, #1d2026); box-shadow: 0 8px 40px #0004, 0 1px 6px #0003;
}
dialog::backdrop { background: none; }
iframe { position: absolute; inset: 0; height: 100%; color-scheme: inherit; }
iframe.late { visibility: hidden; }
.wait { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 16px; padding: 24px; text-align: center; }
.wait .away { position: absolute; top: 6px; right: 6px; }
.again { min-height: 44px; padding: 0 20px; border: 0; border-radius: 22px; color: var(--on-brand); background: var(--brand); font-weight: 600; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) {
  .left > dialog, .right > dialog { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: rise 160ms ease-out; }
  .invitation { animation: rise 240ms ease-out; }
}
@keyframes rise { from { opacity: 0; translate: 0 12px; } }
@media print { :host { display: none; } }
`
