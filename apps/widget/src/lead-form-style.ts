/** Looks of the form, in a shadow of its own. A page may change `--voronka-accent`, and its parts by `::part()`. */
export const formStyle = `
:host { display: block; color-scheme: light dark; }
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }
form {
  box-sizing: border-box; max-width: 420px; padding: 20px; border-radius: 12px; font: 16px/1.4 system-ui, sans-serif;
  color: light-dark(#1b1f26, #e7e9ed); background: light-dark(#fff, #1b1e23); border: 1px solid light-dark(#dfe2e8, #2e333b);
}
h2 { margin: 0 0 12px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 12px; }
label { display: block; margin-bottom: 4px; font-size: 14px; color: light-dark(#525b6b, #abb3c0); }
input, textarea {
  box-sizing: border-box; width: 100%; padding: 9px 10px; border-radius: 8px; font: inherit; color: inherit;
  background: light-dark(#fff, #15181c); border: 1px solid light-dark(#8c95a3, #4d5561);
}
textarea { resize: vertical; min-height: 80px; }
button {
  width: 100%; min-height: 44px; padding: 10px 16px; border: 0; border-radius: 8px; font: inherit; font-weight: 600; cursor: pointer;
  color: #fff; background: var(--voronka-accent, #2b5bd7);
}
button:hover { filter: brightness(1.08); }
button:disabled { opacity: 0.6; cursor: default; }
:is(input, textarea, button):focus-visible { outline: 2px solid var(--voronka-accent, #2b5bd7); outline-offset: 2px; }
.said:empty { display: none; }
.said.failed { color: light-dark(#bd2a2a, #ff8d88); }
.trap { position: absolute; left: -9999px; width: 1px; height: 1px; padding: 0; opacity: 0; }
`
