import type { ChatLook } from '@voronka/api'

const paths: Readonly<Record<ChatLook['icon'] | 'close', readonly string[]>> = {
  chat: ['M21 11.5a8.4 8.4 0 0 1-12.2 7.5L3 21l2-5.6A8.4 8.4 0 1 1 21 11.5z'],
  dots: ['M21 15a2 2 0 0 1-2 2H8l-5 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z', 'M8 10h.01M12 10h.01M16 10h.01'],
  question: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M9.2 9.3a2.9 2.9 0 0 1 5.6 1c0 1.9-2.8 2.6-2.8 4M12 17.5h.01'],
  headset: [
    'M4 17v-5a8 8 0 0 1 16 0v5',
    'M4 15a2 2 0 0 1 4 0v2a2 2 0 0 1-4 0zM16 15a2 2 0 0 1 4 0v2a2 2 0 0 1-4 0zM20 17a4 4 0 0 1-4 4h-3',
  ],
  heart: ['M12 20.5 4.3 12.8a5 5 0 0 1 7.1-7.1l.6.6.6-.6a5 5 0 0 1 7.1 7.1z'],
  close: ['M6 9l6 6 6-6'],
}

/** A picture for the button. */
export function icon(name: keyof typeof paths): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const d of paths[name]) {
    const path = document.createElementNS(space, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
