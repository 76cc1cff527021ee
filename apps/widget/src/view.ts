/** The page: draws the state of the chat and hands on what the visitor does. */
import type { OpenChatLook } from '@voronka/api'
import { attachments } from './attachments.ts'
import type { Chat, ChatState } from './chat.ts'
import { bubble, buttonRows } from './bubble.ts'
import type { Shown } from './dialogue.ts'
import { element } from './element.ts'
import type { Uploader } from './upload.ts'
import type { Words } from './words.ts'
import { makeHead } from './head.ts'
import { usualLook } from './look/read-look.ts'

interface Draft {
  read(): string
  write(text: string): void
}

interface ViewOptions {
  readonly words: Words
  readonly language: 'ru' | 'en'
  readonly draft: Draft
  readonly upload: Uploader
  /** In a frame: takes it away. */
  readonly onClose: (() => void) | undefined
}

export function mountChat(root: HTMLElement, chat: Chat, { words, language, draft, upload, onClose }: ViewOptions) {
  const head = makeHead(words, language, onClose)
  const greeting = element('p', { class: 'greeting', hidden: true })
  const list = element('ol', { class: 'messages', role: 'log', 'aria-live': 'polite', 'aria-label': words.messages, tabindex: '0' })
  const jump = element('button', { type: 'button', class: 'jump', hidden: true }, words.newMessages)
  const dots = element(
    'p',
    { class: 'dots', hidden: true },
    element('span', { class: 'unseen' }, words.typing),
    element('i'),
    element('i'),
    element('i'),
  )
  const notice = element('div', { class: 'notice', hidden: true })
  const answers = element('section', { class: 'answers', 'aria-label': words.answers, hidden: true })
  const { form, field, focus } = composer(chat, words, draft, upload)
  const scroller = element('div', { class: 'scroller' }, greeting, list, dots)
  root.replaceChildren(head.head, element('main', {}, scroller, notice, jump), answers, form)

  const drawList = listDrawer(list, chat, words, focus)
  const stayAtEnd = endKeeper(scroller, jump)

  let look = usualLook
  const draw = () => {
    const state = chat.state()
    head.show(look, look.name || state.title)
    head.status.textContent = statusText(state, words)
    dots.hidden = !state.awaiting
    drawNotice(notice, state, greeting.hidden ? words.empty : '', words)
    drawList(state.messages)
    drawAnswers(answers, state, words, chat, focus)
    form.hidden = state.refusal !== undefined
    stayAtEnd(state.messages)
  }
  chat.onChange(draw)
  draw()
  return {
    focus,
    show(shown: OpenChatLook): void {
      look = shown
      const own = shown.words[language]
      greeting.textContent = own.greeting
      greeting.hidden = own.greeting === ''
      field.placeholder = own.write || words.write
      draw()
    },
  }
}

/** Bubbles that did not change are left as they are: a screen reader reads out only what is new. */
function listDrawer(list: HTMLElement, chat: Chat, words: Words, focus: () => void) {
  const drawn = new Map<string, { look: string; item: HTMLElement }>()
  const actions = {
    press(button: Parameters<Chat['press']>[0]) {
      chat.press(button)
      focus()
    },
    retry: chat.retry,
  }
  return (messages: readonly Shown[]) => {
    const items = messages.map((message, index) => {
      const timed = endsRun(message, messages[index + 1])
      const look = JSON.stringify([message.text, message.state, message.buttons, message.attachments, timed])
      const old = drawn.get(message.key)
      if (old?.look === look) return old.item
      old?.item.remove()
      const item = bubble(message, timed, words, actions)
      drawn.set(message.key, { look, item })
      return item
    })
    const kept = new Set(items)
    for (const [key, { item }] of drawn) {
      if (kept.has(item)) continue
      item.remove()
      drawn.delete(key)
    }
    let place = list.firstElementChild
    for (const item of items) {
      if (item === place) place = place.nextElementSibling
      else list.insertBefore(item, place)
    }
  }
}

/** The time stands once under what one side said within a minute. */
function endsRun(message: Shown, next: Shown | undefined): boolean {
  return next?.from !== message.from || next.at.slice(0, 16) !== message.at.slice(0, 16)
}

/** Keeps the newest message in sight, unless the visitor has scrolled up to read: then a button offers the way down. */
function endKeeper(scroller: HTMLElement, jump: HTMLButtonElement) {
  let last = ''
  let atEnd = true
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight })
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40
    if (atEnd) jump.hidden = true
  })
  jump.addEventListener('click', toEnd)
  // Pictures arrive late and push the end down.
  scroller.addEventListener('load', () => atEnd && toEnd(), true)
  new ResizeObserver(() => atEnd && toEnd()).observe(scroller)
  return (messages: readonly Shown[]) => {
    const newest = messages.at(-1)
    const isNew = newest !== undefined && newest.key !== last
    last = newest?.key ?? ''
    if (atEnd || (isNew && newest.from === 'client')) requestAnimationFrame(toEnd)
    else if (isNew) jump.hidden = false
  }
}

function drawNotice(notice: HTMLElement, { refusal, loaded, messages }: ChatState, empty: string, words: Words): void {
  const [title, what] = refusal ? words.refusals[refusal] : ['', loaded && !messages.length ? empty : '']
  notice.hidden = !title && !what
  const look = `${title}|${what}`
  if (notice.dataset.look === look) return
  notice.dataset.look = look
  notice.replaceChildren(...(title ? [element('h2', {}, title)] : []), element('p', {}, what))
}

function drawAnswers(answers: HTMLElement, { keyboard, refusal }: ChatState, words: Words, chat: Chat, focus: () => void): void {
  const look = JSON.stringify(keyboard)
  answers.hidden = !keyboard.length || refusal !== undefined
  if (answers.dataset.look === look) return
  answers.dataset.look = look
  const press = (button: Parameters<Chat['press']>[0]) => {
    chat.press(button)
    focus()
  }
  answers.replaceChildren(buttonRows(keyboard, words, press))
}

function statusText({ connection, loaded, refusal }: ChatState, words: Words): string {
  if (refusal) return ''
  if (connection === 'offline') return words.offline
  return loaded ? '' : words.connecting
}

function composer(chat: Chat, words: Words, draft: Draft, upload: Uploader) {
  const field = element('textarea', {
    rows: '1',
    maxlength: '16000',
    placeholder: words.write,
    'aria-label': words.write,
    enterkeyhint: 'send',
  })
  const send = element('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send }, arrow())
  const files = attachments(upload, words, () => grow())
  /** The visitor has pressed Enter while a file was on its way: the message goes as soon as it is there, unless he writes on or it fails. */
  let asked = false
  const form = element('form', { class: 'composer' }, files.list, files.button, field, send)
  const grow = () => {
    const ready = files.ready()
    send.disabled = !ready || (!field.value.trim() && !ready.length)
    if (asked && ready) {
      asked = false
      if (!files.failed()) form.requestSubmit()
    }
    // Browsers that can size the field by its content do it in the style sheet.
    if (!CSS.supports('field-sizing', 'content')) {
      field.rows = Math.min(6, field.value.split('\n').length)
    }
  }
  field.value = draft.read()
  grow()
  field.addEventListener('input', () => {
    asked = false
    draft.write(field.value)
    grow()
  })
  field.addEventListener('keydown', (event) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const ready = files.ready()
    // What is still on its way would be left behind.
    asked = !ready
    if (!ready) return
    chat.say(field.value, ready)
    field.value = ''
    files.clear()
    draft.write('')
    grow()
    field.focus()
  })
  form.addEventListener('paste', ({ clipboardData }) => files.add([...(clipboardData?.files ?? [])]))
  form.addEventListener('dragover', (event) => event.preventDefault())
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    files.add([...event.dataTransfer.files])
  })
  // On a touch screen focus would open the keyboard over the answer.
  const focus = () => matchMedia('(pointer: fine)').matches && field.focus()
  return { form, field, focus: () => void focus() }
}

function arrow(): SVGElement {
  const name = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(name, 'svg')
  const path = document.createElementNS(name, 'path')
  for (const [attribute, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true' })) svg.setAttribute(attribute, value)
  path.setAttribute('d', 'M12 19V5M5 12l7-7 7 7')
  svg.append(path)
  return svg
}
