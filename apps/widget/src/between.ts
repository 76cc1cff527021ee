/**
 * What the chat in a frame and the site around it tell each other. The site says who talks, since storage of a frame may be shut off or forgotten; the
 * chat never tells a token, and tells anything of a conversation only to the site that said who talks.
 */
import type { OpenChatLook } from '@voronka/api'
import type { About } from './visitor.ts'

export type ToChat =
  | {
      readonly type: 'hello'
      readonly visitor: string
      readonly name: string
      readonly about: About
      readonly look: OpenChatLook
      readonly language: 'ru' | 'en'
      /** Number of the latest message that he has seen. */
      readonly seen: number
      readonly open: boolean
      /** Tags of links by which he came and that were not told yet. */
      readonly start: readonly string[]
    }
  | { readonly type: 'opened'; readonly focus: boolean }
  | { readonly type: 'closed' }
  | { readonly type: 'start'; readonly tag: string }
  | { readonly type: 'person'; readonly name: string; readonly about: About }
  | { readonly type: 'seen'; readonly seen: number }
  /** For the preview of the builder. */
  | { readonly type: 'look'; readonly look: OpenChatLook }

export type ToSite =
  /** Says that hello may come. */
  | { readonly type: 'ready' }
  | { readonly type: 'unread'; readonly count: number }
  | { readonly type: 'seen'; readonly seen: number }
  /** There is a conversation. */
  | { readonly type: 'talked' }
  /** He wants it closed. */
  | { readonly type: 'close' }
  | { readonly type: 'message'; readonly from: 'client' | 'bot'; readonly text: string }

/** Other scripts send messages too: ours carry a mark. */
const mark = 'voronka-chat'

export function post(to: Window, origin: string, message: ToChat | ToSite): void {
  to.postMessage({ [mark]: message }, origin)
}

/** The message of ours in what came; undefined for anything else. What it says is checked by who reads it. */
export function read(data: unknown): (Readonly<Record<string, unknown>> & { readonly type: string }) | undefined {
  const message = isRecord(data) ? data[mark] : undefined
  return isRecord(message) && typeof message['type'] === 'string' ? { ...message, type: message['type'] } : undefined
}

/** What a site says of a visitor, as far as it can be a value of a variable. */
export function readAbout(data: unknown): About {
  const entries = isRecord(data) ? Object.entries(data).slice(0, 50) : []
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string | number | boolean][] => {
      if (name.length > 100) return []
      if (typeof value === 'string') return [[name, value.slice(0, 1000)]]
      return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? [[name, value]] : []
    }),
  )
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
