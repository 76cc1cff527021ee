import type { Distribution } from '@voronka/api'
import { instant, localMoment, type Moment } from '@voronka/calculator'

/** The working period that holds a moment, or the next one (crm-and-tasks, section 12), on the clock of the project. */
export interface Period {
  readonly start: number
  readonly end: number
}

type Rules = Pick<Distribution, 'mode' | 'start' | 'end' | 'weekend'>

/** Undefined: nobody works at that moment. Round the clock, the period is the calendar day. */
export function periodAt(rules: Rules, now: number, zone: string): Period | undefined {
  const today = dayOf(now, zone)
  // A period over midnight began yesterday.
  return [moved(today, -1), today]
    .map((day) => periodOf(rules, day, zone))
    .find((period) => period && period.start <= now && now < period.end)
}

/** The first period that begins after that moment; undefined: every day is a weekend. */
export function nextPeriod(rules: Rules, now: number, zone: string): Period | undefined {
  const today = dayOf(now, zone)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const period = periodOf(rules, moved(today, ahead), zone)
    if (period && period.start > now) return period
  }
  return undefined
}

/** When the present window of even distribution began: fixed windows of so many minutes from the start of the day, else the period itself. */
export function windowStart(rules: Rules & Pick<Distribution, 'evenInterval'>, now: number, zone: string): number {
  const midnight = at(dayOf(now, zone), '00:00', zone)
  if (rules.evenInterval === null) return periodAt(rules, now, zone)?.start ?? midnight
  const length = rules.evenInterval * 60_000
  return midnight + Math.floor((now - midnight) / length) * length
}

function periodOf({ mode, start, end, weekend }: Rules, day: Moment, zone: string): Period | undefined {
  if (mode === 'always') return { start: at(day, '00:00', zone), end: at(moved(day, 1), '00:00', zone) }
  if (weekend.includes(weekday(day))) return undefined
  return { start: at(day, start, zone), end: at(end > start ? day : moved(day, 1), end, zone) }
}

const dayOf = (now: number, zone: string): Moment => ({ ...localMoment(now, zone), hour: 0, minute: 0, second: 0 })

function moved(day: Moment, days: number): Moment {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days))
  return { ...day, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 Monday to 7 Sunday. */
const weekday = ({ year, month, day }: Moment): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7

function at(day: Moment, time: string, zone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return instant({ ...day, hour, minute }, zone)
}
