import type { Schedule } from '@voronka/api'
import { readClock, writeClock, type Span } from '@voronka/functions'
import type { Schema } from '../../db/schema.ts'
import type { Hours } from '../set-up.store.ts'

/** The hours of the contract as rows have them, and back. */
export const hoursOf = ({ week, breaks }: Schedule): Hours => ({
  week: week.map((day) => day.map(spanOf)),
  breaks: breaks.map(({ weekday, from, to }) => ({ weekday: weekday ?? 0, span: spanOf([from, to]) })),
})

export function scheduleOf(rows: readonly Schema['booking_hours'][]): Schedule {
  const span = ({ start_min, end_min }: Schema['booking_hours']) => shownSpan([start_min, end_min])
  const week = Array.from({ length: 7 }, (_, index) =>
    rows.filter(({ kind, weekday }) => kind === 'work' && weekday === index + 1).map(span),
  )
  const breaks = rows
    .filter(({ kind }) => kind === 'break')
    .map((row) => {
      const [from, to] = span(row)
      return { weekday: row.weekday === 0 ? null : row.weekday, from, to }
    })
  return { week, breaks }
}

export const shownSpan = ([from, to]: Span): [string, string] => [writeClock(from), writeClock(to)]

export const spanOf = ([from, to]: readonly [string, string]): Span => [minutesOf(from), minutesOf(to)]

const minutesOf = (time: string): number => (time === '24:00' ? 1440 : (readClock(time) ?? 0))
