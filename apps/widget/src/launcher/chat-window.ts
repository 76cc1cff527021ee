import type { OpenChatLook } from '@voronka/api'
import { post, read, type ToChat } from '../between.ts'
import { frameOf, hear } from '../frame.ts'
import { key, openVisitor, type About, type Memory } from '../visitor.ts'
import type { ChatEvents } from './chat-api.ts'
import type { Parts } from './parts.ts'
import type { LauncherWords } from './words.ts'

/** So long the page in the frame may take to come before it is said that something is wrong. */
const patienceMs = 15_000

export interface ChatWindow {
  /** The frame, which is loaded when it is first needed. */
  load(): void
  tell(message: ToChat): void
  /** Greets once the chat is there. */
  start(tag: string): void
}

interface ChatWindowParts {
  readonly channel: string
  readonly origin: string
  readonly query: string
  readonly memory: Memory
  readonly parts: Parts
  look(): OpenChatLook
  words(): LauncherWords
  language(): 'ru' | 'en'
  isOpen(): boolean
  /** It was opened by a press or a key, not because it was open on the page before. */
  takesFocus(): boolean
  about(): About
  unread(count: number): void
  close(): void
  message(what: ChatEvents['message']): void
}

/** The chat itself, in a frame of its server, and what is shown until it is there. */
export function createChatWindow(chat: ChatWindowParts): ChatWindow {
  const { channel, origin, memory, parts } = chat
  let frame: HTMLIFrameElement | undefined
  let ready = false
  let stop = () => {}
  let patience: ReturnType<typeof setTimeout> | undefined
  let waiting: string[] = []

  const remembered = (what: string) => memory.read(key(channel, what)) ?? ''

  function load(): void {
    if (frame) return
    ready = false
    parts.wait.hidden = false
    parts.again.hidden = true
    parts.waiting.textContent = chat.words().loading
    frame = frameOf(`${origin}/chat/${encodeURIComponent(channel)}${chat.query}`, chat.words().chat, '')
    frame.className = 'late'
    stop = hear(frame, origin, heard)
    patience = setTimeout(giveUp, patienceMs)
    parts.dialog.append(frame)
  }

  function giveUp(): void {
    stop()
    frame?.remove()
    frame = undefined
    parts.waiting.textContent = chat.words().failed
    parts.again.hidden = false
  }

  function tell(message: ToChat): void {
    if (ready && frame?.contentWindow) post(frame.contentWindow, origin, message)
  }

  function greet(): void {
    clearTimeout(patience)
    ready = true
    parts.wait.hidden = true
    if (frame) frame.className = ''
    const { token, name = '' } = openVisitor(channel, '', memory)
    const seen = Number(remembered('seen')) || 0
    const [look, language, about] = [chat.look(), chat.language(), chat.about()]
    tell({ type: 'hello', visitor: token, name, about, look, language, seen, open: chat.isOpen(), start: waiting })
    waiting = []
    if (chat.isOpen()) tell({ type: 'opened', focus: chat.takesFocus() })
  }

  function heard(data: unknown): void {
    const message = read(data)
    switch (message?.type) {
      case 'ready':
        return greet()
      case 'close':
        return chat.close()
      case 'talked':
        return memory.write(key(channel, 'talked'), '1')
      case 'seen':
        return memory.write(key(channel, 'seen'), String(Math.max(Number(message['seen']) || 0, Number(remembered('seen')) || 0)))
      case 'unread':
        return chat.unread(Number(message['count']) || 0)
      case 'message':
        return chat.message({ from: message['from'] === 'client' ? 'client' : 'bot', text: String(message['text'] ?? '') })
      default:
    }
  }

  // What was read in another window of the browser is read here as well.
  window.addEventListener('storage', (event) => {
    if (event.key === key(channel, 'seen')) tell({ type: 'seen', seen: Number(event.newValue) || 0 })
  })
  parts.again.addEventListener('click', load)

  return {
    load,
    tell,
    start(tag) {
      if (ready) tell({ type: 'start', tag })
      else waiting.push(tag)
      load()
    },
  }
}
