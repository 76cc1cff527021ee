import type { Chat } from './chat.ts'

/**
 * Sends the callback of the settings when somebody new opens the chat, so that a block greets him. It always goes under the same id, which the server takes
 * once of each visitor, whatever is repeated. Gives what to call when the chat was opened.
 */
export function greet(chat: Chat, tag: string, isOpen: () => boolean): () => void {
  let done = tag === ''
  const look = () => {
    const { loaded, messages } = chat.state()
    if (done || !loaded || !isOpen()) return
    done = true
    if (!messages.length) chat.arrive(tag, 'opening')
  }
  chat.onChange(look)
  look()
  return look
}
