import type { sendChatMessage } from '@voronka/api'
import type { Event } from '@voronka/flow/engine'
import type { Arrival } from '../worker/contract.ts'

export type ChatMessageBody = Omit<NonNullable<(typeof sendChatMessage)['input']>, 'channel' | 'wait'>

/** Longer texts of clients are cut, and end with an ellipsis to show it; so are names (reliability-promises, section 15). */
const longestText = 16_000
const longestName = 255

/**
 * What a visitor's page or program sent, as an event. The visitor's token and the sender's id together name it, so that nobody can take another
 * one's id away. Undefined: there is nothing in it.
 */
export function webArrival(channel: string, body: ChatMessageBody): Arrival | undefined {
  const event = eventOf(body)
  if (!event) return undefined
  const { visitor, id, name = '', tag } = body
  return {
    channel,
    // Encoded, so that a colon in a token cannot make it another visitor's id.
    outsideId: `${encodeURIComponent(visitor)}:${id}`,
    from: { outsideId: visitor, name: oneLine(name), ...(tag !== undefined && { tag: oneLine(tag) }) },
    event,
  }
}

function eventOf({ callback, button, start, attachments = [], text = '' }: ChatMessageBody): Event | undefined {
  if (callback !== undefined) return { kind: 'callback', text: cleaned(callback), pressed: true }
  if (button !== undefined) return { kind: 'button', text: cleaned(button) }
  // Nobody pressed anything: blocks that wait for nothing in particular do not answer a link (builder-and-runtime, section 12.1).
  if (start !== undefined) return { kind: 'callback', text: cleaned(start, longestName), pressed: false }
  if (attachments.length) return { kind: 'attachment', urls: attachments, caption: cleaned(text) }
  return text.trim() === '' ? undefined : { kind: 'text', text: cleaned(text) }
}

/** Halves of characters are no text: storage and JSON would each make something else of them (reliability-promises, P6.8). */
function cleaned(text: string, longest = longestText): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
  return cut.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '')
}

/** A name cannot imitate other texts by its line feeds (P10.6). */
function oneLine(text: string): string {
  return cleaned(text.replace(/\s+/g, ' ').trim(), longestName)
}
