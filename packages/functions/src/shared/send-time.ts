import { classify, instant, isNone, toNumber, type Value, type World } from '@voronka/calculator'
import { readDatetime } from './read-datetime.ts'

/**
 * When to send, in milliseconds since 1970 UTC: after so many seconds, or at `YYYY-MM-DD HH:MM:SS` or `dd.mm.yyyy HH:MM` of the project's zone
 * (http-api, section 1). Undefined: at once, also for a moment that is over. Null: it cannot be read.
 */
export function sendTime(timeout: Value | undefined, world: Pick<World, 'now' | 'zone'>): number | null | undefined {
  if (timeout === undefined || timeout === 'none' || isNone(timeout)) return undefined
  const seconds = toNumber(timeout)
  const at = seconds === undefined ? momentOf(timeout, world.zone) : world.now() + seconds * 1000
  if (at === null) return null
  return at > world.now() ? at : undefined
}

function momentOf(value: Value, zone: string): number | null {
  const classified = classify(value)
  if (classified.kind === 'datetime') return instant(classified.value, zone)
  if (typeof value !== 'string') return null
  return readDatetime(value.trim(), '%Y-%m-%d %H:%M:%S', zone)?.instant ?? null
}
