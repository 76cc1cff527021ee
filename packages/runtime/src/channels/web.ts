import type { sendChatMessage } from '@voronka/api'
import type { Event } from '@voronka/flow/engine'
import type { Arrival } from '../worker/contract.ts'
import { cleanName, cleanText, longestName } from './clean-text.ts'

export type ChatMessageBody = Omit<NonNullable<(typeof sendChatMessage)['input']>, 'channel' | 'wait'>

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
    from: { outsideId: visitor, name: cleanName(name), ...(tag !== undefined && { tag: cleanName(tag) }) },
    event,
  }
}

function eventOf({ callback, button, start, attachments = [], text = '' }: ChatMessageBody): Event | undefined {
  if (callback !== undefined) return { kind: 'callback', text: cleanText(callback), pressed: true }
  if (button !== undefined) return { kind: 'button', text: cleanText(button) }
  // Nobody pressed anything: blocks that wait for nothing in particular do not answer a link (builder-and-runtime, section 12.1).
  if (start !== undefined) return { kind: 'callback', text: cleanText(start, longestName), pressed: false }
  if (attachments.length) return { kind: 'attachment', urls: attachments, caption: cleanText(text) }
  return text.trim() === '' ? undefined : { kind: 'text', text: cleanText(text) }
}
