/**
 * The chat as the page sees it. Every message is shown once, whatever is repeated on the wire, and nothing that was typed is lost: what could not be
 * sent waits on the device.
 */
import type { ChatButton, ChatMessage } from '@voronka/api'
import { Dialogue, type Shown } from './dialogue.ts'
import { createOutbox, readOutbox } from './outbox.ts'
import { isSilent, retryDelay, type Outcome, type Refusal, type Saying, type Transport } from './transport.ts'
import type { Sent } from './upload.ts'
import { randomId, type Memory } from './visitor.ts'

export interface ChatState {
  readonly title: string
  /** False until the history was read once. */
  readonly loaded: boolean
  readonly messages: readonly Shown[]
  /** Number of the server's latest one; 0: there is none. */
  readonly latest: number
  readonly keyboard: readonly ChatButton[]
  readonly connection: 'connecting' | 'online' | 'offline'
  /** Why nobody can talk here now. */
  readonly refusal: Refusal | undefined
  /** Something was said and nothing came back yet. */
  readonly awaiting: boolean
}

export interface Chat {
  state(): ChatState
  onChange(call: () => void): void
  /** Of messages as they come, not of those that were there. */
  onMessage(call: (message: ChatMessage) => void): void
  unreadAfter(id: number): number
  say(text: string, files?: readonly Sent[]): void
  press(button: ChatButton): void
  /** He came by a link with this tag. An arrival of the same id counts once. */
  arrive(tag: string, id?: string): void
  /** Tries at once what waits or has failed. */
  retry(): void
  /** Gives the way to stop. */
  start(): () => void
}

/** How long the dots are shown: an answer that takes longer has a delay of its own. */
const awaitingMs = 4000

/** These say something of the chat, not of one message. */
const ofTheChat: readonly Refusal[] = ['closed', 'missing', 'unpublished']

export function createChat(transport: Transport, memory: Memory, outboxKey: string): Chat {
  const dialogue = new Dialogue(readOutbox(memory.read(outboxKey)))
  const outbox = createOutbox(transport, memory, outboxKey, { waiting: () => dialogue.own, tried })
  const known: { -readonly [K in 'title' | 'loaded' | 'connection' | 'refusal']: ChatState[K] } = {
    title: '',
    loaded: false,
    connection: 'connecting',
    refusal: undefined,
  }
  let awaiting: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const hearers = new Set<(message: ChatMessage) => void>()
  const changed = () => {
    for (const call of listeners) call()
  }

  function add(saying: Saying, id = randomId()): void {
    dialogue.say(id, saying, new Date().toISOString())
    outbox.keep()
    setAwaiting(true)
    outbox.send()
  }

  function tried(own: (typeof dialogue.own)[number], outcome: Outcome, failures: number): void {
    if (outcome.is === 'later' && failures > 1) known.connection = 'offline'
    if (outcome.is === 'accepted') known.connection = 'online'
    if (outcome.is === 'refused' && ofTheChat.includes(outcome.why)) known.refusal = outcome.why
    // Once it is through there is nothing left to show.
    if (isSilent(own.saying) && outcome.is !== 'later') dialogue.forget(own)
    changed()
  }

  function setAwaiting(on: boolean): void {
    clearTimeout(awaiting)
    awaiting = on ? setTimeout(() => setAwaiting(false), awaitingMs) : undefined
    changed()
  }

  async function catchUp(): Promise<void> {
    const history = await transport.history(known.loaded ? dialogue.lastId : undefined)
    if (!('is' in history)) {
      for (const message of history.messages) dialogue.take(message)
      dialogue.keyboard = history.keyboard
      Object.assign(known, { title: history.title, loaded: true, refusal: undefined })
      outbox.send()
    } else if (history.is === 'refused') known.refusal = history.why
    else if (!known.loaded) setTimeout(() => void catchUp(), history.afterMs ?? retryDelay(1))
    changed()
  }

  return {
    state: () => ({
      ...known,
      messages: dialogue.shown(),
      latest: dialogue.lastId ?? 0,
      keyboard: dialogue.keyboard,
      awaiting: awaiting !== undefined,
    }),
    onChange: (call) => void listeners.add(call),
    onMessage: (call) => void hearers.add(call),
    unreadAfter: (id) => dialogue.unreadAfter(id),
    say(text, files = []) {
      if (text.trim() || files.length) add({ text: text.trim(), ...(files.length && { files }) })
    },
    press: ({ text, callback }) => add(callback === undefined ? { button: text } : { callback }),
    arrive: (tag, id) => add({ start: tag }, id),
    retry() {
      for (const own of dialogue.own) if (own.state === 'failed') own.state = 'sending'
      changed()
      outbox.send()
    },
    start() {
      void catchUp()
      return transport.listen({
        open() {
          const again = known.connection !== 'connecting'
          known.connection = 'online'
          changed()
          if (again) void catchUp()
          else outbox.send()
        },
        message(message) {
          if (!dialogue.take(message)) return
          for (const call of hearers) call(message)
          if (message.from !== 'client') setAwaiting(false)
          else changed()
        },
        lost() {
          known.connection = 'offline'
          changed()
        },
      })
    },
  }
}
