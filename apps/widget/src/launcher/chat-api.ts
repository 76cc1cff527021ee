/** What scripts of the site may ask of the chat and hear from it: `window.voronkaChat`. */
export interface ChatApi {
  open(): void
  close(): void
  toggle(): void
  /** Opens the chat; the block that waits for this tag greets, as if the visitor had come by a link with it. */
  start(tag: string): void
  /** Tells who the visitor is: his name is used when he first writes. */
  identify(person: { readonly name?: string }): void
  /** Gives the way to stop. */
  on<Name extends keyof ChatEvents>(event: Name, call: (what: ChatEvents[Name]) => void): () => void
  readonly isOpen: boolean
  readonly unread: number
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
