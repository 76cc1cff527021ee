/**
 * The one line of another site (`<script async src=".../book-embed.js" data-branch="key">`): shows the booking page in a frame, where the line stands, or,
 * with `data-class`, in a window when something of that class is pressed. It reads nothing of the site around and asks nobody but its own server.
 */
const script = document.currentScript
if (script instanceof HTMLScriptElement && script.dataset.branch) {
  const origin = new URL(script.src).origin
  const address = `${origin}/book/${encodeURIComponent(script.dataset.branch)}`
  if (script.dataset.class) openFrom(script.dataset.class, address)
  else script.after(inline(address, origin))
}

function frameOf(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = document.documentElement.lang.startsWith('ru') ? 'Онлайн-запись' : 'Booking'
  frame.setAttribute('allow', 'clipboard-write')
  frame.style.cssText = 'display:block;width:100%;border:0'
  return frame
}

/** As high as the page in it says that it is. */
function inline(address: string, origin: string): HTMLIFrameElement {
  const frame = frameOf(address)
  frame.style.height = '560px'
  window.addEventListener('message', (event) => {
    const told: unknown = event.data
    if (event.origin !== origin || event.source !== frame.contentWindow || typeof told !== 'object' || told === null) return
    if (!('type' in told) || told.type !== 'voronka-booking-height' || !('height' in told)) return
    frame.style.height = `${Math.max(320, Math.min(Number(told.height) || 0, 4000))}px`
  })
  return frame
}

function openFrom(cssClass: string, address: string): void {
  const dialog = document.createElement('dialog')
  dialog.style.cssText =
    'width:min(680px,100vw);height:min(820px,100dvh);max-width:100vw;max-height:100dvh;padding:0;border:0;border-radius:12px;overflow:hidden'
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '×'
  close.setAttribute('aria-label', document.documentElement.lang.startsWith('ru') ? 'Закрыть' : 'Close')
  close.style.cssText =
    'position:absolute;top:8px;right:8px;width:36px;height:36px;border:0;border-radius:18px;background:#0008;color:#fff;font:24px/1 sans-serif;cursor:pointer'
  close.addEventListener('click', () => dialog.close())
  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest(`.${CSS.escape(cssClass)}`) : null
    if (!pressed) return
    event.preventDefault()
    if (!dialog.childElementCount) {
      const frame = frameOf(address)
      frame.style.height = '100%'
      dialog.append(frame, close)
      document.body.append(dialog)
    }
    dialog.showModal()
  })
}
