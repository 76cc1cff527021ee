/** What the page tells and hears when it stands in a frame: its height for the site around it, and a preview for the settings of the builder. */
import type { PublicBranch } from '@voronka/api'

const framed = window.parent !== window

/** The site around gets the height of the page, and nothing else. */
export function tellHeight(root: HTMLElement): void {
  if (!framed) return
  document.documentElement.classList.add('framed')
  new ResizeObserver(() => {
    window.parent.postMessage({ type: 'voronka-booking-height', height: Math.ceil(root.getBoundingClientRect().height) }, '*')
  }).observe(root)
}

/** The builder, which is of this same origin, shows what is not saved yet. */
export function hearPreview(show: (page: PublicBranch['page']) => void): void {
  if (!framed) return
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    if (origin !== location.origin || source !== window.parent || !isPreview(data)) return
    show(data.page)
  })
}

const isPreview = (data: unknown): data is { page: PublicBranch['page'] } =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'voronka-booking-preview' && 'page' in data
