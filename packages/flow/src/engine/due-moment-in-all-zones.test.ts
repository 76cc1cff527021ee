/** Clock changes of every zone that the platform knows (reliability-promises, P3.4): no wall-clock time is lost, none comes twice. */
import { instant, localMoment } from '@voronka/calculator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueMoment, type TimerFields } from './due-moment.ts'

const hour = 3_600_000
const day = 24 * hour
const zones = Intl.supportedValuesOf('timeZone')

const offset = (ms: number, zone: string): number => {
  const local = localMoment(ms, zone)
  return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) - ms
}

interface Change {
  readonly zone: string
  /** The first instant of the new offset. */
  readonly at: number
  /** Positive: clocks are put forward by so much. */
  readonly by: number
}

/** Found by halving, to the minute. */
function changesOf(zone: string): Change[] {
  const changes: Change[] = []
  for (let from = Date.UTC(2025, 0, 1); from < Date.UTC(2027, 0, 1); from += 7 * day) {
    let [low, high] = [from, from + 7 * day]
    const by = offset(high, zone) - offset(low, zone)
    if (by === 0) continue
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000
      if (offset(middle, zone) === offset(low, zone)) low = middle
      else high = middle
    }
    changes.push({ zone, at: high, by })
  }
  return changes
}

const changes = zones.flatMap(changesOf)
const none: TimerFields = { delay: { amount: 0, unit: 'seconds' }, time: '', date: '', sendIfPassed: false }
const due = (fields: Partial<TimerFields>, now: number, zone: string): number => {
  const moment = dueMoment({ ...none, ...fields }, now, zone)
  return 'due' in moment ? moment.due : NaN
}
const two = (value: number): string => String(value).padStart(2, '0')
const clockOf = (ms: number, zone: string): string => {
  const { hour: h, minute } = localMoment(ms, zone)
  return `${two(h)}:${two(minute)}`
}
const aChange = fc.constantFrom(...changes)

it('the zones have changes to look at', () => {
  expect(new Set(changes.map(({ zone }) => zone)).size).toBeGreaterThan(100)
})

describe('around every change of every zone', () => {
  it('a time that the clocks skip is the first instant after the gap', () => {
    for (const { zone, at, by } of changes.filter((change) => change.by > 0)) {
      // In the middle of what is skipped, as a clock that was not put forward would show it.
      const skipped = new Date(at + offset(at - 1, zone) + Math.floor(by / 2 / 60_000) * 60_000).toISOString().slice(11, 16)
      expect(due({ time: skipped }, at - 20 * hour, zone), `${zone} ${skipped}`).toBe(at)
    }
  })

  it('a time that comes twice is the first of both', () => {
    for (const { zone, at, by } of changes.filter((change) => change.by < 0)) {
      const first = at + Math.floor(by / 2 / 60_000) * 60_000
      const twice = clockOf(first, zone)
      expect(clockOf(first - by, zone), zone).toBe(twice)
      expect(due({ time: twice }, at - 20 * hour, zone), `${zone} ${twice}`).toBe(first)
    }
  })

  it('hours are real time', () => {
    fc.assert(
      fc.property(aChange, fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 100 }), ({ zone, at }, before, hours) => {
        const now = at + before * hour
        expect(due({ delay: { amount: hours, unit: 'hours' } }, now, zone)).toBe(now + hours * hour)
      }),
      { numRuns: 300 },
    )
  })

  it('a daily time that plans its next comes once each calendar day', () => {
    fc.assert(
      fc.property(aChange, fc.integer({ min: 0, max: 1439 }), ({ zone, at }, minutes) => {
        const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
        const days: string[] = []
        let now = at - 3 * day
        for (let round = 0; round < 6; round++) {
          const next = due({ time }, now, zone)
          // What is skipped at the end of a day comes with the next one, which begins at that moment.
          const asked = [next, next - 1]
            .map((moment) => ({ ...localMoment(moment, zone), hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0 }))
            .find((written) => instant(written, zone) === next)
          expect(asked, `${zone} ${time}`).toBeDefined()
          days.push(asked ? `${asked.year}-${two(asked.month)}-${two(asked.day)}` : '')
          // Planned anew a minute after it came, as by a block that leads back to itself.
          now = next + 60_000
        }
        expect(new Set(days).size, `${zone} ${time}`).toBe(days.length)
        expect(days).toEqual(days.toSorted())
      }),
      { numRuns: 500 },
    )
  })
})
