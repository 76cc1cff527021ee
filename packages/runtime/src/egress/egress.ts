import type { OutboundAnswer } from '@voronka/functions'
import type { Agent } from 'undici'
import type { AllowedHost } from './allow-list.ts'
import { egressLimits } from './egress-limits.ts'
import { firstHop } from './hop.ts'
import { judgedAddress, systemResolver, type Resolver } from './judged-address.ts'
import { decoded, TooLarge } from './read-body.ts'

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
  const agentFor = (allowed: readonly AllowedHost[], guardedAgent: HttpClient['guardedAgent']): Agent => {
    const key = allowed.map(({ text }) => text).join(' ')
    const agent = agents.get(key) ?? guardedAgent(allowed, resolve)
    agents.set(key, agent)
    return agent
  }
  async function exchange(request: Exchange): Promise<Exchanged> {
    const hop = firstHop(request)
    if (!hop) return { ...failed('bad-request'), unsent: true }
    const { guardedAgent, wasNotConnected, follow } = await httpClient()
    const late = AbortSignal.timeout(request.timeoutMs ?? totalMs)
    const signal = request.signal ? AbortSignal.any([late, request.signal]) : late
    const { allowed = [], followRedirects = true, mostBytes = egressLimits.bytes } = request
    try {
      return await follow(hop, agentFor(allowed, guardedAgent), { signal, followRedirects, mostBytes })
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

/** Loaded when something first goes out. */
async function httpClient() {
  const [agent, { follow }] = await Promise.all([import('./guarded-agent.ts'), import('./follow.ts')])
  return { ...agent, follow }
}
type HttpClient = Awaited<ReturnType<typeof httpClient>>

const failed = (failure: NonNullable<OutboundAnswer['failure']>): Exchanged => ({
  status: 0,
  bytes: Buffer.alloc(0),
  contentType: '',
  failure,
})
