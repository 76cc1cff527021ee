import { daysBetween, type Moment } from '@voronka/calculator'

/** A date without a time of day. */
export function dateOf(year: number, month: number, day: number): Moment {
  return { year, month, day, hour: 0, minute: 0, second: 0, hasSeconds: false }
}

/** 0 Sunday ... 6 Saturday. */
export function weekdayFromSunday(date: Moment): number {
  const days = daysBetween(aSunday, date)
  return ((days % 7) + 7) % 7
}

/** 1 January is 1. */
export function dayOfYear(date: Moment): number {
  return daysBetween(dateOf(date.year, 1, 1), date) + 1
}

/** Minutes since midnight. */
export function minuteOfDay({ hour, minute }: Moment): number {
  return hour * 60 + minute
}

/** Seconds since midnight. */
export function secondOfDay(time: Moment): number {
  return minuteOfDay(time) * 60 + time.second
}

const aSunday = dateOf(2000, 1, 2)
