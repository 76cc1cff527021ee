import { IANAZone } from 'luxon'
import type { Moment } from '../values.ts'
import { dateOfDay, dayNumber } from './calendar.ts'

export interface LocalMoment extends Moment {
  readonly millisecond: number
  /** 1 Monday ... 7 Sunday. */
  readonly weekday: number
}

/** What the clocks of a zone show at an instant (milliseconds since 1970 UTC). A name that is no zone counts as UTC. */
export function localMoment(ms: number, zone: string): LocalMoment {
  const local = Math.floor(ms) + offsetMs(ms, zone)
  const days = Math.floor(local / dayMs)
  const rest = local - days * dayMs
  const { year, month, day } = dateOfDay(days)
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    hasSeconds: true,
    millisecond: rest % 1000,
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
  }
}

/**
 * The instant, in milliseconds since 1970 UTC, at which the clocks of a zone show this moment. A time that occurs twice means its first
 * occurrence; one that does not occur (clocks put forward) means the first instant after the gap.
 */
export function instant(moment: Moment, zone: string): number {
  const { year, month, day, hour, minute, second } = moment
  const asUtc = dayNumber(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000
  const before = offsetMs(asUtc - dayMs, zone)
  const after = offsetMs(asUtc + dayMs, zone)
  const early = asUtc - Math.max(before, after)
  const late = asUtc - Math.min(before, after)
  if (early + offsetMs(early, zone) === asUtc) return early
  if (late + offsetMs(late, zone) === asUtc) return late
  return firstAfterGap(early, late, zone)
}

const dayMs = 86_400_000

/** No zone of today changes its offset but at a quarter of an hour; older ones did, so they are always asked. */
const quarterMs = 900_000
const cachedSince = Date.UTC(1980, 0, 1)
const mostCached = 2_000

interface Zone {
  readonly offset: (ms: number) => number
  readonly cache: Map<number, number>
}

const zones = new Map<string, Zone>()

function offsetMs(ms: number, name: string): number {
  const { offset, cache } = zoneNamed(name)
  if (ms < cachedSince) return offset(ms)
  const quarter = Math.floor(ms / quarterMs)
  const known = cache.get(quarter)
  if (known !== undefined) return known
  const asked = offset(ms)
  if (cache.size >= mostCached) cache.clear()
  cache.set(quarter, asked)
  return asked
}

function zoneNamed(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const iana = IANAZone.isValidZone(name) ? IANAZone.create(name) : undefined
  const zone: Zone = { offset: iana ? (ms) => Math.round(iana.offset(ms) * 60_000) : () => 0, cache: new Map() }
  if (zones.size >= mostCached) zones.clear()
  zones.set(name, zone)
  return zone
}

function firstAfterGap(early: number, late: number, zone: string): number {
  const before = offsetMs(early, zone)
  let low = early
  let high = late
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}
