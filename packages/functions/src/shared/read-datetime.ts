import { addDays, daysInMonth, instant, localMoment, type Moment } from '@voronka/calculator'
import { dateOf, weekdayFromSunday } from './calendar.ts'
import { readFields, type Fields } from './read-fields.ts'
import { momentAt, momentOnClock, type MomentInZone } from './moment-in-zone.ts'

/**
 * Reads a text by a format (calculator-language, section 12), as a moment of the project's zone unless the format holds `%z`, `%Z` or `%s`.
 * A date without time means midnight, a time without date 01.01.1900. Undefined: the text does not fit.
 */
export function readDatetime(text: string, format: string, zone: string): MomentInZone | undefined {
  const fields = readFields(text, format, zone)
  if (!fields) return undefined
  const microseconds = fields.microseconds ?? 0
  if (fields.epoch !== undefined) return shifted(fields.epoch * 1000, microseconds, zone)
  const date = dateFrom(fields)
  if (!date) return undefined
  const moment = { ...date, hour: hourFrom(fields), minute: fields.minute ?? 0, second: fields.second ?? 0, hasSeconds: true }
  if (fields.offset === undefined) return momentOnClock(moment, microseconds, zone)
  return shifted(instant(moment, 'UTC') - fields.offset * 60_000, microseconds, zone)
}

function shifted(ms: number, microseconds: number, zone: string): MomentInZone | undefined {
  const { year } = localMoment(ms, zone)
  return year >= 1 && year <= 9999 ? { ...momentAt(ms, zone), microseconds } : undefined
}

function hourFrom({ hour, hour12, afternoon = false }: Fields): number {
  if (hour !== undefined) return hour
  return hour12 === undefined ? 0 : (hour12 % 12) + (afternoon ? 12 : 0)
}

/** By day and month, by the day of the year, or by week and weekday. */
function dateFrom(fields: Fields): Moment | undefined {
  const { year = 1900, month = 1, day = 1, yearDay } = fields
  if (year < 1) return undefined
  const afterNewYear = yearDay === undefined ? daysOfWeek(fields, year) : yearDay - 1
  if (afterNewYear === undefined) return day <= daysInMonth(year, month) ? dateOf(year, month, day) : undefined
  const date = addDays(dateOf(year, 1, 1), afterNewYear)
  return date?.year === year ? date : undefined
}

/** Days after 1 January of a weekday in a numbered week; undefined when the text does not say. */
function daysOfWeek({ weekday, sundayWeek, mondayWeek, day, month }: Fields, year: number): number | undefined {
  if (weekday === undefined || day !== undefined || month !== undefined) return undefined
  const first = weekdayFromSunday(dateOf(year, 1, 1))
  if (sundayWeek !== undefined) return daysOn(sundayWeek, weekday, first)
  return mondayWeek === undefined ? undefined : daysOn(mondayWeek, (weekday + 6) % 7, (first + 6) % 7)
}

/** Week 1 begins with the first day on which weeks begin; weekdays count from that day, `first` is the weekday of 1 January. */
function daysOn(week: number, weekday: number, first: number): number {
  return (week - 1) * 7 + ((7 - first) % 7) + weekday
}
