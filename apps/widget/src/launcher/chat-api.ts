import type { About } from '../visitor.ts'

/** What scripts of the site may ask of the chat and hear from it: `window.voronkaChat`. */
export interface ChatApi {
  /** As that of the list which stands there before: whoever does not know whether the chat has come may write the same. */
  push(call: (chat: ChatApi) => void): void
  open(): void
  close(): void
  toggle(): void
  /** Opens the chat; the block that waits for this tag greets, as if the visitor had come by a link with it. */
  start(tag: string): void
  /** Tells who the visitor is. It goes with the next thing that he says; what is left out stays as it was told before. */
  identify(person: Identified): void
  /** Gives the way to stop. */
  on<Name extends keyof ChatEvents>(event: Name, call: (what: ChatEvents[Name]) => void): () => void
  readonly isOpen: boolean
  /**
   * What names this visitor to the server, for `online_chat_client_id` of the project API. Whoever has it reads his dialogue, so it goes to the site's own
   * server only.
   */
  readonly recipientId: string
  readonly unread: number
}

export interface Identified {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  /** Of the client, by name; the project lists which of them it takes in. */
  readonly variables?: About
}

export interface ChatEvents {
  readonly open: undefined
  readonly close: undefined
  /** How many messages he has not seen. */
  readonly unread: number
  readonly message: { readonly from: 'client' | 'bot'; readonly text: string }
}

/** Hands events on; what a listener throws is its own trouble. */
export function createListeners() {
  const listeners: { readonly [Name in keyof ChatEvents]: Set<(what: ChatEvents[Name]) => void> } = {
    open: new Set(),
    close: new Set(),
    unread: new Set(),
    message: new Set(),
  }
  return {
    on<Name extends keyof ChatEvents>(event: Name, call: (what: ChatEvents[Name]) => void): () => void {
      listeners[event]?.add(call)
      return () => void listeners[event]?.delete(call)
    },
    tell<Name extends keyof ChatEvents>(event: Name, what: ChatEvents[Name]): void {
      for (const call of listeners[event]) queueMicrotask(() => call(what))
    },
  }
}
