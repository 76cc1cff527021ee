import type { OutboundAnswer } from '@voronka/functions'
import { request as undiciRequest, type Agent } from 'undici'
import { isSecretHeader } from '@voronka/flow/engine'
import type { AllowedHost } from './allow-list.ts'
import { guardedAgent, judgedAddress, systemResolver, wasNotConnected, type Resolver } from './guarded-agent.ts'
import { decoded, readBytes, TooLarge } from './read-body.ts'

/** The bounds of everything that goes out (reliability-promises, P9.2, P9.3). */
export const egressLimits = { redirects: 5, totalMs: 10_000, bytes: 5_000_000, urlLength: 8_192, requestBytes: 5_000_000 } as const

export interface EgressRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
  readonly timeoutMs?: number
  /** Hosts that are called although they are not public. */
  readonly allowed?: readonly AllowedHost[]
  readonly followRedirects?: boolean
}

/** What our own code sends, not scripts: files, and questions that are answered late. */
export interface Exchange extends Omit<EgressRequest, 'body'> {
  readonly body: string | Uint8Array | null
  /** Gives it up. */
  readonly signal?: AbortSignal
  readonly mostBytes?: number
}

export interface Exchanged {
  /** 0: there was no answer. */
  readonly status: number
  readonly bytes: Buffer
  readonly contentType: string
  readonly retryAfter?: string
  readonly failure?: OutboundAnswer['failure']
  /** Nothing of it left: there was not even a connection. */
  readonly unsent?: boolean
}

export interface EgressAnswer extends OutboundAnswer {
  /** `Retry-After` as it was sent. */
  readonly retryAfter?: string
}

/** The one client for everything that goes out to addresses that come from flows, callers or clients (reliability-promises, section 9). */
export interface Egress {
  /** Always answers. What was refused and what cannot be reached look the same. */
  send(request: EgressRequest): Promise<EgressAnswer>
  /** The same for our own code: as long as it says, and as much. */
  exchange(request: Exchange): Promise<Exchanged>
  /** An address of that host that may be called, for what is no HTTP; throws where there is none. Connect to it, never to the name. */
  addressOf(host: string, port: number, allowed: readonly AllowedHost[]): Promise<string>
  close(): Promise<void>
}

export interface EgressOptions {
  readonly resolve?: Resolver
  /** How long anybody is waited for at most, unless our own code says. */
  readonly egressMs?: number
}

export function createEgress({ resolve = systemResolver, egressMs: totalMs = egressLimits.totalMs }: EgressOptions = {}): Egress {
  // Kept apart by what they allow, so that nobody gets a connection that was opened for somebody who may call more.
  const agents = new Map<string, Agent>()
  const agentFor = (allowed: readonly AllowedHost[]): Agent => {
    const key = allowed.map(({ text }) => text).join(' ')
    const agent = agents.get(key) ?? guardedAgent(allowed, resolve)
    agents.set(key, agent)
    return agent
  }
  async function exchange(request: Exchange): Promise<Exchanged> {
    const hop = firstHop(request)
    if (!hop) return { ...failed('bad-request'), unsent: true }
    const late = AbortSignal.timeout(request.timeoutMs ?? totalMs)
    const signal = request.signal ? AbortSignal.any([late, request.signal]) : late
    const { allowed = [], followRedirects = true, mostBytes = egressLimits.bytes } = request
    try {
      return await follow(hop, agentFor(allowed), { signal, followRedirects, mostBytes })
    } catch (error) {
      if (signal.aborted) return failed('timeout')
      if (wasNotConnected(error)) return { ...failed('unreachable'), unsent: true }
      return failed(error instanceof TooLarge ? 'too-large' : 'unreachable')
    }
  }
  return {
    exchange,
    async send(request) {
      if (request.body !== null && Buffer.byteLength(request.body) > egressLimits.requestBytes)
        return { status: 0, body: '', failure: 'bad-request' }
      const timeoutMs = Math.min(request.timeoutMs ?? totalMs, totalMs)
      const { status, bytes, contentType, failure, retryAfter } = await exchange({ ...request, timeoutMs })
      return { status, body: decoded(bytes, contentType), ...(failure && { failure }), ...(retryAfter && { retryAfter }) }
    },
    addressOf: (host, port, allowed) => judgedAddress(host, port, allowed, resolve),
    async close() {
      await Promise.all(Array.from(agents.values(), (agent) => agent.destroy()))
      agents.clear()
    },
  }
}

const failed = (failure: NonNullable<OutboundAnswer['failure']>): Exchanged => ({
  status: 0,
  bytes: Buffer.alloc(0),
  contentType: '',
  failure,
})

interface Hop {
  readonly method: string
  readonly url: URL
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | Uint8Array | null
}

/** Ours to say; a script that could would speak for the connection, not for itself. */
const ours = /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|te|trailer|proxy-.*|accept-encoding)$/i
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

/** Undefined: it cannot be sent as it is. */
function firstHop({ method, url: text, headers, body }: Exchange): Hop | undefined {
  const url = text.length <= egressLimits.urlLength && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !isWeb(url)) return undefined
  const sent = new Map<string, string>([['user-agent', 'Voronka']])
  if (url.username || url.password) sent.set('authorization', basic(url))
  for (const [name, value] of headers) {
    if (!token.test(name) || !headerValue.test(value)) return undefined
    if (!ours.test(name)) sent.set(name.toLowerCase(), value)
  }
  url.username = ''
  url.password = ''
  return { method, url, headers: sent, body }
}

const isWeb = ({ protocol, hostname }: URL): boolean => (protocol === 'http:' || protocol === 'https:') && hostname !== ''

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`

async function follow(
  first: Hop,
  dispatcher: Agent,
  { signal, followRedirects, mostBytes }: { signal: AbortSignal; followRedirects: boolean; mostBytes: number },
): Promise<Exchanged> {
  let hop = first
  for (let followed = 0; ; followed++) {
    const { url, method, headers, body } = hop
    const answer = await undiciRequest(url.href, {
      dispatcher,
      signal,
      method: method as 'GET',
      headers: Object.fromEntries(headers),
      body,
    })
    const location = answer.headers['location']
    const next = followRedirects && typeof location === 'string' ? redirected(hop, answer.statusCode, location) : undefined
    if (!next) {
      const header = (name: string) => [answer.headers[name] ?? ''].flat().join(', ')
      const bytes = await readBytes(answer.body, header('content-encoding'), mostBytes)
      const retryAfter = header('retry-after')
      return { status: answer.statusCode, bytes, contentType: header('content-type'), ...(retryAfter && { retryAfter }) }
    }
    // Cutting an answer off is an error to it, which nobody waits for.
    answer.body.on('error', () => undefined).destroy()
    if (followed === egressLimits.redirects || next === 'nowhere') throw new Error('A redirect that is not followed.')
    hop = next
  }
}

/** Where an answer sends us on; undefined: it is the answer itself. */
function redirected({ method, url, headers, body }: Hop, status: number, location: string): Hop | 'nowhere' | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  if (!URL.canParse(location, url.href)) return 'nowhere'
  const target = new URL(location, url)
  if (!isWeb(target)) return 'nowhere'
  target.username = ''
  target.password = ''
  // As browsers do: after 303 everything is asked for, after 301 and 302 what was posted.
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
  const kept = Array.from(headers).filter(
    ([name]) => (target.origin === url.origin || !isSecretHeader(name)) && !(becomesGet && name.startsWith('content-')),
  )
  return { method: becomesGet ? 'GET' : method, url: target, headers: new Map(kept), body: becomesGet ? null : body }
}
