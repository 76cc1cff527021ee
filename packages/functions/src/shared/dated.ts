import { formatDate, type Moment } from '@voronka/calculator'

/** The text of a date, if there is one. */
export function dated(date: Moment | undefined): string | undefined {
  return date && formatDate(date)
}
