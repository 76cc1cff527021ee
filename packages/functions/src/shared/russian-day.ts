import { addDays, type Moment } from '@voronka/calculator'
import { dateNames } from './date-names.ts'

/** `3 апреля`: a date moved by whole days, without a leading zero, month in the genitive. Undefined outside the years 1-9999. */
export function russianDay(date: Moment, days: number): string | undefined {
  const moved = addDays(date, days)
  return moved && `${moved.day} ${dateNames.ru.months[moved.month - 1]}`
}
