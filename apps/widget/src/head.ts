import type { OpenChatLook } from '@voronka/api'
import { element } from './element.ts'
import type { Words } from './words.ts'

/** The head of the page: whose chat it is, and in a frame the way out of it. */
export function makeHead(words: Words, language: 'ru' | 'en', onClose: (() => void) | undefined) {
  const face = element('img', { class: 'face', alt: '', width: '36', height: '36', hidden: true })
  const title = element('h1', {}, words.chat)
  const status = element('p', { class: 'status', role: 'status' })
  const close = element('button', { type: 'button', class: 'close', 'aria-label': words.close, title: words.close }, cross())
  close.addEventListener('click', () => onClose?.())
  const head = element('header', {}, face, element('div', { class: 'about' }, title, status), ...(onClose ? [close] : []))
  face.addEventListener('error', () => (face.hidden = true))
  return {
    head,
    status,
    /** `name`: of the channel. */
    show({ avatar, words: own }: OpenChatLook, name: string): void {
      title.textContent = own[language].title || name || words.chat
      document.title = title.textContent
      if (face.getAttribute('src') === avatar) return
      face.hidden = avatar === ''
      if (avatar) face.src = avatar
      else face.removeAttribute('src')
    },
  }
}

function cross(): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const path = document.createElementNS(space, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', 'M6 6l12 12M18 6 6 18')
  svg.append(path)
  return svg
}
