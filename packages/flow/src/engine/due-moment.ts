import { addDays, addMonths, instant, localMoment, parseDate, parseTime, type Moment } from '@voronka/calculator'
import type { DelayUnit } from '../model/flow.ts'

/** The timer fields of an arrow with their variables resolved. Empty texts: the field is not used. */
export interface TimerFields {
  readonly delay: { readonly amount: number; readonly unit: DelayUnit }
  readonly time: string
  readonly date: string
  readonly sendIfPassed: boolean
}

export type Due = { readonly due: number } | { readonly refused: 'in-the-past' | 'bad-date' | 'bad-time' | 'bad-delay' }

/**
 * When a transition planned now is due, in milliseconds UTC (builder-and-runtime, section 10.1). Dates, times and days are those of the
 * project's time zone; seconds, minutes and hours are real time (reliability-promises, P3.4).
 */
export function dueMoment({ delay, time, date, sendIfPassed }: TimerFields, now: number, zone: string): Due {
  const later = (base: number): number => addDelay(base, delay, zone)
  if (!Number.isFinite(delay.amount) || delay.amount < 0) return { refused: 'bad-delay' }
  if (time === '' && date === '') return within(later(now))

  // A date alone means 23:59 of the day before it.
  const clock = time === '' ? endOfDay : parseTime(time)
  if (!clock || (time !== '' && clock.hasSeconds)) return { refused: 'bad-time' }
  const on = (day: Moment): number => later(instant({ ...day, hour: clock.hour, minute: clock.minute, second: 0 }, zone))
  const today = localMoment(now, zone)
  const nextOccurrence = (): Due => {
    const due = on(today)
    const tomorrow = addDays(today, 1)
    return within(due < now && tomorrow ? on(tomorrow) : due)
  }
  if (date === '') return nextOccurrence()

  const written = parseDate(date)
  const day = time === '' ? written && addDays(written, -1) : written
  if (!day) return { refused: 'bad-date' }
  // "Past" is judged after the delay was added.
  const due = on(day)
  if (!(due < now)) return within(due)
  return sendIfPassed ? nextOccurrence() : { refused: 'in-the-past' }
}

const endOfDay: Pick<Moment, 'hour' | 'minute' | 'hasSeconds'> = { hour: 23, minute: 59, hasSeconds: false }

const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, months: 30 * 86_400_000 } as const

/** Whole days and months go by the calendar, a month clipped to its last day; parts of them are real time, a month as 30 days. NaN: too far. */
function addDelay(base: number, { amount, unit }: TimerFields['delay'], zone: string): number {
  if (unit !== 'days' && unit !== 'months') return Math.round(base + amount * unitMs[unit])
  const whole = Math.floor(amount)
  const rest = Math.round((amount - whole) * unitMs[unit])
  if (whole === 0) return base + rest
  const from = localMoment(base, zone)
  const moved = unit === 'days' ? addDays(from, whole) : addMonths(from, whole)
  return moved ? instant(moved, zone) + from.millisecond + rest : Number.NaN
}

/** The last moment that a four-digit year can hold: later ones could not be shown or stored as dates. */
const lastMoment = Date.UTC(9999, 11, 31)

function within(due: number): Due {
  return due <= lastMoment ? { due } : { refused: 'bad-delay' }
}
