import { element } from '../element.ts'
import type { PageContext } from './context.ts'
import { leftText } from './format.ts'
import type { Wizard } from './wizard.ts'

/** How long the chosen time is still held. A screen reader hears the beginning, the last minute and the end, not every second. */
export function countdown({ say }: PageContext, { held, announce }: Wizard): { readonly node: HTMLElement; stop(): void } {
  const until = held.until()
  const node = element('p', { class: 'held', hidden: until === undefined })
  if (until === undefined) return { node, stop: () => undefined }
  let warned = false
  const tick = () => {
    const left = until - Date.now()
    if (left <= 0) {
      stop()
      held.forget()
      node.classList.add('ended')
      node.textContent = say.holdEnded
      return announce(say.holdEnded)
    }
    node.textContent = say.held(leftText(left))
    if (left <= 60_000 && !warned) {
      warned = true
      announce(say.holdEnds)
    }
  }
  const timer = setInterval(tick, 1000)
  const stop = () => clearInterval(timer)
  warned = until - Date.now() <= 60_000
  announce(say.heldSaid)
  tick()
  return { node, stop }
}
