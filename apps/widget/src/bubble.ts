import type { ChatButton } from '@voronka/api'
import { buttonColor, ownFile, safeHref } from '@voronka/api/formatted-text'
import type { Shown } from './dialogue.ts'
import { element } from './element.ts'
import { formatted, link } from './formatted.ts'
import type { Words } from './words.ts'

export interface BubbleActions {
  press(button: ChatButton): void
  retry(): void
}

/** One message: its text, files, buttons inside the text, and what became of it. `timed`: the time is shown too. */
export function bubble(message: Shown, timed: boolean, words: Words, actions: BubbleActions): HTMLElement {
  const { from, text, format, attachments, buttons, state, answers } = message
  const said = element('div', { class: 'said' })
  if (answers) said.append(quote(answers, words))
  if (text) said.append(element('div', { class: 'text' }, ...formatted(text, format, words)))
  for (const attachment of attachments) said.append(file(attachment, words))
  const item = element('li', { class: `message ${from} ${state}` })
  if (from === 'client') item.append(element('span', { class: 'unseen' }, `${words.you}: `))
  if (said.childNodes.length) item.append(said)
  const inline = buttons.filter(({ kind }) => kind === 'inline')
  if (inline.length) item.append(buttonRows(inline, words, actions.press))
  if (timed || state !== 'sent') item.append(footer(message, words, actions))
  return item
}

/** What it answers, as it read then: text alone, so that nothing in it can be pressed. */
function quote({ text }: NonNullable<Shown['answers']>, words: Words): HTMLElement {
  return element('blockquote', { class: 'answered' }, element('span', { class: 'unseen' }, `${words.inAnswerTo}: `), text || words.file)
}

/** Buttons in their rows and columns (builder-and-runtime, section 14). */
export function buttonRows(buttons: readonly ChatButton[], words: Words, press: (button: ChatButton) => void): HTMLElement {
  const rows = new Map<number, ChatButton[]>()
  for (const button of buttons) rows.set(button.line, [...(rows.get(button.line) ?? []), button])
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.indexInLine - b.indexInLine))
  return element(
    'div',
    { class: 'buttons' },
    ...inOrder.map((row) => element('div', { class: 'row' }, ...row.map((button) => drawn(button, words, press)))),
  )
}

function drawn(button: ChatButton, words: Words, press: (button: ChatButton) => void): HTMLElement {
  const href = button.url === undefined ? undefined : safeHref(button.url)
  const made = href
    ? link(href, button.text, element('span', { class: 'unseen' }, `, ${words.opensInNewWindow}`))
    : element('button', { type: 'button' }, button.text)
  made.classList.add('button')
  const color = buttonColor(button.color)
  if (color) {
    made.style.backgroundColor = color.background
    made.style.color = color.text
  }
  if (!href) made.addEventListener('click', () => press(button))
  return made
}

function file({ kind, url, name }: Shown['attachments'][number], words: Words): HTMLElement {
  const href = safeHref(url) ?? ownFile(url)
  const label = name || lastPart(url)
  // An address that may not be opened is still shown, as text.
  if (!href) return element('span', { class: 'file' }, label)
  if (kind === 'image') return imageLink(href, name, label)
  if (kind === 'video') return element('video', { src: href, controls: true, preload: 'metadata', 'aria-label': label })
  if (kind === 'audio') return element('audio', { src: href, controls: true, preload: 'none', 'aria-label': label })
  const made = link(href, label, element('span', { class: 'unseen' }, `, ${words.opensInNewWindow}`))
  made.classList.add('file')
  return made
}

function imageLink(href: string, name: string, label: string): HTMLElement {
  const image = element('img', { src: href, alt: name, loading: 'lazy', referrerpolicy: 'no-referrer' })
  const made = link(href, image)
  made.classList.add('picture')
  made.setAttribute('aria-label', label)
  image.addEventListener('error', () => {
    made.classList.replace('picture', 'file')
    image.replaceWith(label)
  })
  return made
}

function lastPart(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast(Boolean)
      ?.slice(0, 80) ?? url
  )
}

function footer({ at, state }: Shown, words: Words, { retry }: BubbleActions): HTMLElement {
  const made = element('footer', {})
  const moment = new Date(at)
  if (state === 'sending') made.append(words.sending)
  else if (state === 'failed') {
    const again = element('button', { type: 'button' }, words.again)
    again.addEventListener('click', retry)
    made.append(element('span', { class: 'failure', role: 'alert' }, words.failed), ' ', again)
  } else if (!Number.isNaN(moment.getTime())) {
    made.append(element('time', { datetime: at }, moment.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })))
  }
  return made
}
