/** The wire: what goes to the server and what comes from it. It keeps nothing and decides nothing. */
import type { ChatButton, ChatMessage } from '@voronka/api'
import type { Sent } from './upload.ts'
import type { Visitor } from './visitor.ts'

/** What the visitor does; one of the four. With a text, or instead of it, go files that he has uploaded. */
export type Saying =
  | { readonly text: string; readonly files?: readonly Sent[] }
  | { readonly button: string }
  | { readonly callback: string }
  /** He came by a link with this tag. */
  | { readonly start: string }

/** Events that nobody sees. */
export const isSilent = (saying: Saying): boolean => 'callback' in saying || 'start' in saying

export type Outcome =
  | { readonly is: 'accepted' }
  /** Network or server trouble: the same message may be sent again, the server takes it once. */
  | { readonly is: 'later'; readonly afterMs?: number }
  /** It will never be accepted. */
  | { readonly is: 'refused'; readonly why: Refusal }

/** `closed`: the owner switched the channel off. `missing`: there is no such chat. `unpublished`: there is no funnel to talk to yet. */
export type Refusal = 'closed' | 'missing' | 'unpublished' | 'too-long' | 'refused'

export interface History {
  readonly title: string
  readonly messages: readonly ChatMessage[]
  readonly keyboard: readonly ChatButton[]
}

export interface Listener {
  /** The stream is open, for the first time or again: whatever came meanwhile is in the history. */
  open(): void
  message(message: ChatMessage): void
  lost(): void
}

export interface Transport {
  send(id: string, saying: Saying): Promise<Outcome>
  history(after?: number): Promise<History | Exclude<Outcome, { is: 'accepted' }>>
  /** Gives the way to stop. */
  listen(listener: Listener): () => void
}

/** `origin`: of the server, when it is not the page's own. */
export function httpTransport(channel: string, visitor: Visitor, origin = ''): Transport {
  const base = `${origin}/chat/${encodeURIComponent(channel)}`
  const who = `visitor=${encodeURIComponent(visitor.token)}`
  // It is said once: what the funnel or an employee changes afterwards is not undone by the next message.
  let told = '{}'
  return {
    async send(id, saying) {
      const { token, name, tag, about = {} } = visitor
      const now = JSON.stringify(about)
      const body = JSON.stringify({ visitor: token, id, ...bodyOf(saying), name, tag, ...(now !== told && { about }) })
      const answer = await reach(`${base}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      if (!answer?.ok) return failure(answer)
      told = now
      return { is: 'accepted' }
    },
    async history(after) {
      const answer = await reach(`${base}/history?${who}${after === undefined ? '' : `&after=${after}`}`, {})
      return answer?.ok ? ((await answer.json().catch(() => undefined)) ?? { is: 'later' }) : failure(answer)
    },
    listen: (listener) => listen(`${base}/events?${who}`, listener),
  }
}

/** Of files that are there already only the addresses are told. */
const bodyOf = (saying: Saying): object =>
  'text' in saying && saying.files ? { text: saying.text, attachments: saying.files.map(({ url }) => url) } : saying

/** Undefined: the server was not reached. A request that hangs is given up, so that the next attempt can begin. */
async function reach(url: string, options: RequestInit): Promise<Response | undefined> {
  return fetch(url, { ...options, signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
}

async function failure(answer: Response | undefined): Promise<Exclude<Outcome, { is: 'accepted' }>> {
  if (!answer || answer.status >= 500 || answer.status === 408 || answer.status === 429) {
    const seconds = Number(answer?.headers.get('retry-after'))
    return { is: 'later', afterMs: seconds > 0 ? seconds * 1000 : undefined }
  }
  const body: unknown = await answer.json().catch(() => undefined)
  return { is: 'refused', why: refusals.get(errorCode(body)) ?? 'refused' }
}

function errorCode(body: unknown): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The server's codes for what will not change by trying again. */
const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['channel-not-found', 'missing'],
  ['channel-closed', 'closed'],
  ['not-published', 'unpublished'],
  ['too-large', 'too-long'],
])

/** The browser reconnects by itself after a break; after an answer that is no stream it gives up, and we try again more and more seldom. */
function listen(url: string, listener: Listener): () => void {
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let source = connect()

  function connect(): EventSource {
    const stream = new EventSource(url)
    stream.addEventListener('open', () => {
      attempts = 0
      listener.open()
    })
    stream.addEventListener('message', ({ data }) => {
      const message = readMessage(data)
      if (message) listener.message(message)
    })
    stream.addEventListener('error', () => {
      listener.lost()
      if (stream.readyState !== EventSource.CLOSED) return
      timer = setTimeout(() => (source = connect()), retryDelay(attempts++))
    })
    return stream
  }

  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** One second, then twice as long each time, at most half a minute; a random part keeps many visitors from coming back in the same instant. */
export function retryDelay(attempts: number): number {
  return Math.min(30_000, 1000 * 2 ** attempts) * (0.75 + Math.random() / 2)
}

function readMessage(data: unknown): ChatMessage | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message: ChatMessage = JSON.parse(data)
    return Number.isSafeInteger(message.id) ? message : undefined
  } catch {
    return undefined
  }
}
