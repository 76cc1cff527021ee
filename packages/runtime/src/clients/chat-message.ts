import type { ChatMessage } from '@voronka/api'
import { shownButtons, type KeyboardMessage } from '../channels/keyboard.ts'
import type { StoredMessage } from './messages.store.ts'

/** A stored message as chat pages show it. */
export function chatMessage({ id, author, text, extra, block, turn, at }: StoredMessage): ChatMessage {
  return {
    id,
    from: author,
    text,
    format: extra.format ?? 'plain',
    buttons: shownButtons(extra.buttons ?? []),
    attachments: [...(extra.attachments ?? [])],
    block,
    turn,
    at: new Date(at).toISOString(),
    ...(extra.answers && { answers: extra.answers }),
  }
}

export const keyboardMessage = ({ author, extra }: StoredMessage): KeyboardMessage => ({
  from: author,
  buttons: shownButtons(extra.buttons ?? []),
  removeKeyboard: extra.removeKeyboard === true,
})
