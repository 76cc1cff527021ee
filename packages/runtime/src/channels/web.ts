import type { sendChatMessage } from '@voronka/api'
import type { CarriedVariables, Event } from '@voronka/flow/engine'
import type { Arrival } from '../worker/contract.ts'
import { cleanName, cleanText, longestName } from './clean-text.ts'

export type ChatMessageBody = Omit<NonNullable<(typeof sendChatMessage)['input']>, 'channel' | 'wait'>

/**
 * What a visitor's page or program sent, as an event. The visitor's token and the sender's id together name it, so that nobody can take another
 * one's id away. Undefined: there is nothing in it. `told`: variables that the project lets a site tell.
 */
export function webArrival(channel: string, body: ChatMessageBody, told: readonly string[] = []): Arrival | undefined {
  const said = eventOf(body)
  if (!said) return undefined
  const variables = tellable(body.about ?? {}, told)
  const event = variables.client.length ? { ...said, variables } : said
  const { visitor, id, name = '', tag } = body
  return {
    channel,
    // Encoded, so that a colon in a token cannot make it another visitor's id.
    outsideId: `${encodeURIComponent(visitor)}:${id}`,
    from: { outsideId: visitor, name: cleanName(name), ...(tag !== undefined && { tag: cleanName(tag) }) },
    event,
  }
}

/** Any visitor can make his browser say anything, so a name that the project did not list is the project's own. */
function tellable(about: NonNullable<ChatMessageBody['about']>, told: readonly string[]): CarriedVariables {
  const client: (readonly [name: string, value: string | number | boolean])[] = []
  for (const name of told) {
    const value = Object.hasOwn(about, name) ? about[name] : undefined
    if (value !== undefined) client.push([name, typeof value === 'string' ? cleanText(value, longestTold) : value])
  }
  return { order: [], client }
}

const longestTold = 1000

type Said = Extract<Event, { kind: 'text' | 'button' | 'callback' | 'attachment' }>

function eventOf({ callback, button, start, attachments = [], text = '' }: ChatMessageBody): Said | undefined {
  if (callback !== undefined) return { kind: 'callback', text: cleanText(callback), pressed: true }
  if (button !== undefined) return { kind: 'button', text: cleanText(button) }
  // Nobody pressed anything: blocks that wait for nothing in particular do not answer a link (builder-and-runtime, section 12.1).
  if (start !== undefined) return { kind: 'callback', text: cleanText(start, longestName), pressed: false }
  if (attachments.length) return { kind: 'attachment', urls: attachments, caption: cleanText(text) }
  return text.trim() === '' ? undefined : { kind: 'text', text: cleanText(text) }
}
