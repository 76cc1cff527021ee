import { ownFile, safeHref } from '@voronka/api/formatted-text'
import { element } from '../element.ts'

/** A picture by its address; none where there is none, or where the address may not be opened. One that does not load goes away. */
export function picture(address: string, look: string): HTMLImageElement | undefined {
  const source = safeHref(address) ?? ownFile(address)
  if (!source) return undefined
  const image = element('img', { src: source, alt: '', class: look, loading: 'lazy', referrerpolicy: 'no-referrer' })
  image.addEventListener('error', () => image.remove())
  return image
}
