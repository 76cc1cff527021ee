/**
 * The one line of another site (`<script async src=".../book-embed.js" data-branch="key">`): shows the booking page in a frame, where the line stands, or,
 * with `data-class`, in a window when something of that class is pressed. It reads nothing of the site around and asks nobody but its own server.
 */
import { isRecord } from './between.ts'
import { frameOf, hear, languageOfSite } from './frame.ts'

const script = document.currentScript
const russian = languageOfSite() === 'ru'
const title = russian ? 'Онлайн-запись' : 'Booking'
if (script instanceof HTMLScriptElement && script.dataset.branch) {
  const origin = new URL(script.src).origin
  const address = `${origin}/book/${encodeURIComponent(script.dataset.branch)}`
  if (script.dataset.class) openFrom(script.dataset.class, address)
  else script.after(inline(address, origin))
}

/** As high as the page in it says that it is. */
function inline(address: string, origin: string): HTMLIFrameElement {
  const frame = frameOf(address, title, 'height:560px')
  hear(frame, origin, (told) => {
    if (!isRecord(told) || told['type'] !== 'voronka-booking-height') return
    frame.style.height = `${Math.max(320, Math.min(Number(told['height']) || 0, 4000))}px`
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
  close.setAttribute('aria-label', russian ? 'Закрыть' : 'Close')
  close.style.cssText =
    'position:absolute;top:8px;right:8px;width:36px;height:36px;border:0;border-radius:18px;background:#0008;color:#fff;font:24px/1 sans-serif;cursor:pointer'
  close.addEventListener('click', () => dialog.close())
  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest(`.${CSS.escape(cssClass)}`) : null
    if (!pressed) return
    event.preventDefault()
    if (!dialog.childElementCount) {
      dialog.append(frameOf(address, title, 'height:100%'), close)
      document.body.append(dialog)
    }
    dialog.showModal()
  })
}
