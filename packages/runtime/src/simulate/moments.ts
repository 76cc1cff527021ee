import { instant } from '@voronka/calculator'
import type { DialogueStep } from './dialogue-step.ts'
import { UnplayableStep } from './unplayable-step.ts'

/** Where the clock begins when nobody says: a Thursday noon in the project's zone, so that a transcript does not depend on the day it is made. */
export const defaultStart = (zone: string): number =>
  instant({ year: 2026, month: 1, day: 1, hour: 12, minute: 0, second: 0, hasSeconds: false }, zone)

type MoveOfClock = Extract<DialogueStep, { advance: string } | { at: string }>

/** The moment to which a step moves the clock. Throws `UnplayableStep` when that is before now or beyond the calendar. */
export function targetMoment(step: MoveOfClock, now: number): number {
  const moment = 'at' in step ? Date.parse(step.at) : now + durationMs(step.advance)
  const path = 'at' in step ? '.at' : '.advance'
  if (!(moment <= endOfCalendar)) throw new UnplayableStep('The clock cannot go beyond the year 9999.', path)
  if (moment < now) throw new UnplayableStep(`The clock cannot go back: it is ${new Date(now).toISOString()} already.`, path)
  return moment
}

const endOfCalendar = Date.parse('9999-12-31T00:00:00Z')

const unitMs = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** Milliseconds of `10m`, `1.5h`, `2 d`. */
function durationMs(text: string): number {
  const trimmed = text.trim()
  return Math.round(Number.parseFloat(trimmed) * (unitMs.get(trimmed.slice(-1)) ?? Number.NaN))
}
