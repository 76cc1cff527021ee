import { addressOf } from '@voronka/functions'
import type { Caller } from '../worker/journal/caller.ts'
import type { StubbedAnswer } from './dialogue-step.ts'

/** Foreign servers as the dialogue describes them: the latest answer that fits counts, everything else is unreachable. Nothing leaves the machine. */
export function stubbedCaller(stubs: readonly StubbedAnswer[]): Caller {
  return {
    call({ request }) {
      const [method, url] = [request.method, addressOf(request)]
      const stub = stubs.findLast((each) => each.url === url && (each.method ?? method) === method)
      if (!stub || stub.status === 0) return Promise.resolve({ answer: { status: 0, body: '', failure: 'unreachable' } })
      const { status = 200, body = '' } = stub
      return Promise.resolve({ answer: { status, body: typeof body === 'string' ? body : JSON.stringify(body) } })
    },
    longestMs: () => 60_000,
  }
}
