import type { Moment } from '../values.ts'
import { dateOfDay, dayNumber, daysInMonth, isWritableDay } from './calendar.ts'

/** The same wall clock so many whole days later; undefined outside the years 1-9999. */
export function addDays(moment: Moment, days: number): Moment | undefined {
  const sum = dayNumber(moment.year, moment.month, moment.day) + days
  if (!isWritableDay(sum)) return undefined
  const { year, month, day } = dateOfDay(sum)
  const { hour, minute, second, hasSeconds } = moment
  return { year, month, day, hour, minute, second, hasSeconds }
}

/** The same day so many months later, or the last day of a shorter month; undefined outside the years 1-9999. */
export function addMonths(moment: Moment, months: number): Moment | undefined {
  const sum = moment.year * 12 + (moment.month - 1) + months
  const year = Math.floor(sum / 12)
  if (!(year >= 1 && year <= 9999)) return undefined
  const month = sum - year * 12 + 1
  return { ...moment, year, month, day: Math.min(moment.day, daysInMonth(year, month)) }
}

/** Whole days from one date to another, times of day left aside; negative when `to` is earlier. */
export function daysBetween(from: Moment, to: Moment): number {
  return dayNumber(to.year, to.month, to.day) - dayNumber(from.year, from.month, from.day)
}

/** Seconds on a line on which moments of one kind can be compared. */
export function momentOrder(moment: Moment): number {
  const days = moment.year === 0 ? 0 : dayNumber(moment.year, moment.month, moment.day)
  return days * 86_400 + moment.hour * 3600 + moment.minute * 60 + moment.second
}
