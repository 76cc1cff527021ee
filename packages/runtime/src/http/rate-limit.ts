import { isIPv6 } from 'node:net'

/** Lets each caller do so much at once and so much a second ever after (reliability-promises, section 15). */
export interface RateLimit {
  /** Counts one call; gives the seconds to wait when it is one too many, else 0. */
  take(caller: string, now: number): number
}

/** Callers that are remembered; when there are more, those who may do everything again are forgotten. */
const mostCallers = 10_000

export function createRateLimit({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): RateLimit {
  const callers = new Map<string, { left: number; at: number }>()
  const refilled = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond)

  function forget(now: number): void {
    for (const [caller, bucket] of callers) if (refilled(bucket, now) >= burst) callers.delete(caller)
    // All of them are busy: the oldest go, and begin anew.
    for (const caller of callers.keys()) {
      if (callers.size <= mostCallers / 2) break
      callers.delete(caller)
    }
  }

  return {
    take(caller, now) {
      const known = callers.get(caller)
      const left = known ? refilled(known, now) : burst
      if (left < 1) return Math.max(1, Math.ceil((1 - left) / perSecond))
      if (known) Object.assign(known, { left: left - 1, at: now })
      else {
        if (callers.size >= mostCallers) forget(now)
        callers.set(caller, { left: left - 1, at: now })
      }
      return 0
    },
  }
}

/** Who has one address of IPv6 has billions of them: the network counts. */
export const networkOf = (address: string): string => (isIPv6(address) ? expanded(address).slice(0, 4).join(':') : address)

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const parts = (text: string | undefined) => (text ? text.split(':') : [])
  const [before, after] = [parts(head), parts(tail)]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after]
}
