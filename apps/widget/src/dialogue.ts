/** The messages of one dialogue: what the server has told, and what the visitor said and the server has not told back yet. No wire, no page. */
import type { ChatButton, ChatMessage } from '@voronka/api'
import { isSilent, type Saying } from './transport.ts'

export interface Shown {
  /** Stays the same when the server's copy takes the place of our own. */
  readonly key: string
  readonly from: 'client' | 'bot'
  readonly text: string
  readonly format: ChatMessage['format']
  readonly buttons: readonly ChatButton[]
  readonly attachments: ChatMessage['attachments']
  readonly at: string
  readonly state: 'sending' | 'sent' | 'failed'
  readonly answers?: ChatMessage['answers']
}

/** Said here. `after`: the server's latest message at that moment; it is shown behind that one. */
export interface Own {
  readonly id: string
  readonly saying: Saying
  readonly at: string
  readonly after: number
  state: Shown['state']
}

export class Dialogue {
  readonly #told = new Map<number, { readonly message: ChatMessage; readonly key: string }>()
  #own: readonly Own[]
  #keyboard: readonly ChatButton[] = []

  constructor(waiting: readonly Own[]) {
    this.#own = waiting
  }

  /** Takes a message of the server in. False: it was here already. */
  take(message: ChatMessage): boolean {
    if (this.#told.has(message.id)) return false
    const twin =
      message.from === 'client' ? this.#own.find((one) => one.state !== 'failed' && caption(one.saying) === message.text.trim()) : undefined
    this.#told.set(message.id, { message, key: twin?.id ?? `m${message.id}` })
    if (twin) this.forget(twin)
    // A reply keyboard goes away when the client says something and with a message that has no buttons at all; inline ones leave it open (section 14).
    const replies = message.buttons.filter(({ kind }) => kind === 'reply')
    if (message.from === 'client' || (message.from === 'bot' && !message.buttons.length)) this.#keyboard = []
    else if (replies.length) this.#keyboard = replies
    return true
  }

  say(id: string, saying: Saying, at: string): Own {
    const own: Own = { id, saying, at, after: this.lastId ?? 0, state: 'sending' }
    this.#own = [...this.#own, own]
    if (!isSilent(saying)) this.#keyboard = []
    return own
  }

  forget(own: Own): void {
    this.#own = this.#own.filter((one) => one !== own)
  }

  get own(): readonly Own[] {
    return this.#own
  }

  /** Number of the latest message that the server told of. */
  get lastId(): number | undefined {
    return this.#told.size ? Math.max(...this.#told.keys()) : undefined
  }

  /** How many messages for him came after that number. */
  unreadAfter(id: number): number {
    return [...this.#told.values()].filter(({ message }) => message.id > id && (message.from === 'bot' || message.from === 'operator'))
      .length
  }

  get keyboard(): readonly ChatButton[] {
    return this.#keyboard
  }

  /** The keyboard as the server knows it. */
  set keyboard(buttons: readonly ChatButton[]) {
    this.#keyboard = buttons
  }

  /** In the order in which they are read. Events are not for the visitor's eyes. */
  shown(): Shown[] {
    const told = [...this.#told.values()].flatMap(({ message, key }) =>
      message.from === 'event' || message.from === 'comment'
        ? []
        : [{ place: message.id, shown: { ...message, from: sideOf(message), key, state: 'sent' as const } }],
    )
    const own = this.#own.flatMap((one) => (isSilent(one.saying) ? [] : [{ place: one.after + 0.5, shown: asShown(one) }]))
    // Sorting keeps the order of equals: what was said in a row stays in a row.
    return [...told, ...own].sort((a, b) => a.place - b.place).map(({ shown }) => shown)
  }
}

/** To the visitor, whoever answers him is one side. */
const sideOf = ({ from }: ChatMessage): Shown['from'] => (from === 'client' ? 'client' : 'bot')

function asShown({ id, saying, at, state }: Own): Shown {
  return {
    key: id,
    from: 'client',
    text: caption(saying) ?? '',
    format: 'plain',
    buttons: [],
    attachments: 'text' in saying ? [...(saying.files ?? [])] : [],
    at,
    state,
  }
}

/** What the server shows of it; of an event nothing. */
function caption(saying: Saying): string | undefined {
  if ('text' in saying) return saying.text.trim()
  return 'button' in saying ? saying.button.trim() : undefined
}
