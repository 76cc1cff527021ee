/** Working hours as they are edited and told (booking, section 1): seven days from Monday on, each with its intervals. */
import type { Interval } from '@voronka/api'

export type Week = readonly (readonly Interval[])[]

const usualDay: Interval = ['09:00', '18:00']

/** What a new employee works until somebody says otherwise. */
export const usualWeek = (): Interval[][] => Array.from({ length: 7 }, (_, day) => (day < 5 ? [usualDay] : []))

/** Another interval for a day: the usual ones, else an hour after the last. Undefined: the day is full. */
export function nextInterval(day: readonly Interval[]): Interval | undefined {
  const last = day.at(-1)
  if (!last) return usualDay
  const from = Number(last[1].slice(0, 2)) + 1
  return from > 22 ? undefined : [`${twoDigits(from)}:00`, `${twoDigits(Math.min(from + 4, 24))}:00`]
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Whether the intervals of a day end after they begin, and none lies over another. */
export function isGoodDay(day: readonly Interval[]): boolean {
  const sorted = day.toSorted(([one], [other]) => one.localeCompare(other))
  return sorted.every(([from, to], index) => from < to && from >= (sorted[index - 1]?.[1] ?? ''))
}

/** A week in one line: `Mon–Fri 09:00–18:00, Sat 10:00–15:00`. Empty: no day at all. */
export function weekText(week: Week, dayNames: readonly string[]): string {
  const runs: { first: number; last: number; hours: string }[] = []
  week.forEach((day, index) => {
    const hours = hoursText(day)
    const run = runs.at(-1)
    if (!hours) return
    if (run?.hours === hours && run.last === index - 1) run.last = index
    else runs.push({ first: index, last: index, hours })
  })
  const name = (day: number) => dayNames[day] ?? ''
  return runs
    .map(
      ({ first, last, hours }) =>
        `${first === last ? name(first) : `${name(first)}${last - first > 1 ? '–' : ', '}${name(last)}`} ${hours}`,
    )
    .join(', ')
}

export const hoursText = (day: readonly Interval[]): string => day.map(([from, to]) => `${from}–${to}`).join(', ')

export interface OverrideRange {
  readonly from: string
  readonly to: string
  readonly intervals: readonly Interval[]
}

/** Days in a row with the same hours as one: a vacation is one line. */
export function overrideRanges(overrides: readonly { readonly date: string; readonly intervals: readonly Interval[] }[]): OverrideRange[] {
  const ranges: OverrideRange[] = []
  for (const { date, intervals } of overrides.toSorted((one, other) => one.date.localeCompare(other.date))) {
    const last = ranges.at(-1)
    if (last && dayAfter(last.to) === date && hoursText(last.intervals) === hoursText(intervals))
      ranges[ranges.length - 1] = { ...last, to: date }
    else ranges.push({ from: date, to: date, intervals })
  }
  return ranges
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
