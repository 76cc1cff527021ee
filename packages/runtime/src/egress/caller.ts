import type { Outside } from '@voronka/flow/engine'
import type { OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { Caller } from '../worker/journal/caller.ts'
import type { AllowedHost } from './allow-list.ts'
import type { Egress } from './egress.ts'
import { egressLimits } from './egress-limits.ts'

/** The most further attempts of one call. */
export const mostRetries = 3

/** Before the first further attempt; each wait is twice the one before. */
const firstPauseMs = 500

/** Hands a request to what a project is connected to; always answers. `key` is the same with every attempt. */
export type AskConnection = (project: number, request: OutboundRequest, key: string) => Promise<OutboundAnswer>

/** What makes of the guarded client the one that turns wait for: the key of a call with every attempt, and further attempts where they are asked for. */
export function createCaller(
  egress: Egress,
  allowedFor: (project: number) => Promise<readonly AllowedHost[]>,
  askConnection: AskConnection,
): Caller {
  return {
    async call({ key, project, request }): Promise<Outside> {
      const started = performance.now()
      const allowed = await allowedFor(project)
      const headers = [...request.headers.filter(([name]) => name.toLowerCase() !== 'idempotency-key'), ['Idempotency-Key', key] as const]
      const retries = retriesOf(request)
      for (let attempt = 1; ; attempt++) {
        const { status, body, failure } =
          request.through === undefined ? await egress.send({ ...request, headers, allowed }) : await askConnection(project, request, key)
        if ((status > 0 && status < 500) || failure === 'bad-request' || failure === 'not-connected' || attempt > retries) {
          return {
            answer: { status, body, ...(failure && { failure }) },
            tookMs: Math.round(performance.now() - started),
            attempts: attempt,
          }
        }
        await pause(firstPauseMs * 2 ** (attempt - 1))
      }
    },
    longestMs({ request }) {
      const attempts = retriesOf(request) + 1
      return attempts * Math.min(request.timeoutMs ?? egressLimits.totalMs, egressLimits.totalMs) + firstPauseMs * 2 ** attempts + marginMs
    },
  }
}

/** For what the clock of another process may be off, and for a machine that is busy. */
const marginMs = 15_000

const retriesOf = ({ retries = 0 }: { retries?: number }): number => Math.min(Math.max(Math.floor(retries), 0), mostRetries)

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref())
