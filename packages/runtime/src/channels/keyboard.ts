import type { ChatButton } from '@voronka/api'
import type { OutgoingButton } from '@voronka/flow/engine'

/** The constant that keeps a reply keyboard open after it was used (builder-and-runtime, section 14). */
export const permanentKeyboard = 'tg_permanent_reply_buttons'

/** What decides about the reply keyboard, of one message of a dialogue. */
export interface KeyboardMessage {
  readonly from: 'client' | 'bot' | 'operator' | 'event' | 'comment'
  readonly buttons: readonly ChatButton[]
  /** The button code asked to take a stuck keyboard away. */
  readonly removeKeyboard?: boolean
}

/**
 * A message's buttons on channels that have both kinds (builder-and-runtime, section 14, "automatic"): automatic ones become a reply keyboard, unless
 * one of the message's buttons can only stand under it (a link, a callback, an inline one).
 */
export function shownButtons(buttons: readonly OutgoingButton[]): ChatButton[] {
  const underIt = buttons.some(({ kind, callback, url }) => kind === 'inline' || callback !== undefined || url !== undefined)
  return buttons.map(({ kind, ...button }) => ({ ...button, kind: kind === 'auto' ? (underIt ? 'inline' : 'reply') : kind }))
}

/**
 * The reply keyboard that is open after these messages, oldest first (section 14): it goes when the client presses or types, unless it is `permanent`
 * (constant `tg_permanent_reply_buttons`), and with the next bot message that has no buttons at all. One with inline buttons only leaves it open.
 */
export function openKeyboard(messages: readonly KeyboardMessage[], { permanent }: { permanent: boolean }): ChatButton[] {
  let open: ChatButton[] = []
  for (const { from, buttons, removeKeyboard } of messages) {
    if (from === 'client' && !permanent) open = []
    if (from !== 'bot') continue
    const replies = buttons.filter(({ kind }) => kind === 'reply')
    if (replies.length) open = replies
    else if (removeKeyboard || !buttons.length) open = []
  }
  return open
}
