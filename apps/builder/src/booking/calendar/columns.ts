/** The columns of the calendar: employees of one day, or days of one employee. */
import type { Calendar, Interval, Visit } from '@voronka/api'
import { dayEnd, minutesOf } from './clock.ts'

export interface CalendarColumn {
  readonly key: string
  readonly date: string
  readonly employee: Calendar['employees'][number]
  readonly hours: readonly Interval[]
  readonly visits: readonly Visit[]
}

const none: readonly never[] = []

/** In the order of employees, or of days. */
export function columnsOf({ days, employees, hours, visits }: Calendar): CalendarColumn[] {
  const at = (date: string, employee: number) => `${date}/${employee}`
  const hoursAt = new Map(hours.map((each) => [at(each.date, each.employee), each.intervals]))
  const visitsAt = new Map<string, Visit[]>()
  for (const visit of visits) {
    const key = at(visit.date, visit.employee.id)
    const list = visitsAt.get(key)
    if (list) list.push(visit)
    else visitsAt.set(key, [visit])
  }
  return days.flatMap((date) =>
    employees.map((employee) => {
      const key = at(date, employee.id)
      return { key, date, employee, hours: hoursAt.get(key) ?? none, visits: visitsAt.get(key) ?? none }
    }),
  )
}

/** From which to which full hour the calendar shows: everything that is worked or booked, and an hour around it. */
export function shownHours(columns: readonly CalendarColumn[]): { readonly first: number; readonly last: number } {
  const from = columns.flatMap(({ hours, visits }) => [
    ...hours.map(([start]) => minutesOf(start)),
    ...visits.map(({ time }) => minutesOf(time)),
  ])
  const to = columns.flatMap(({ hours, visits }) => [
    ...hours.map(([, end]) => minutesOf(end)),
    ...visits.map(({ until }) => minutesOf(until)),
  ])
  if (!from.length) return { first: 8, last: 20 }
  return {
    first: Math.max(0, Math.floor(Math.min(...from) / 60) - 1),
    last: Math.min(24, Math.ceil(Math.max(...to) / 60) + 1),
  }
}

export interface Spot {
  readonly start: number
  readonly duration: number
}

export type Verdict =
  | { readonly is: 'free' }
  /** Nobody works then: allowed, deliberately. */
  | { readonly is: 'outside' }
  /** Another visit lies there, or the day ends before. */
  | { readonly is: 'taken'; readonly by: Visit | undefined }

/** Whether a visit may lie there. The server decides in the end; this tells while it is dragged. */
export function verdict({ hours, visits }: CalendarColumn, moved: readonly Visit[], { start, duration }: Spot): Verdict {
  const end = start + duration
  if (start < 0 || end > dayEnd) return { is: 'taken', by: undefined }
  const own = new Set(moved.map(({ id }) => id))
  const over = visits.find(
    (visit) => !own.has(visit.id) && minutesOf(visit.time) < end && minutesOf(visit.until) > start && !joins(visit, moved[0], start),
  )
  if (over) return { is: 'taken', by: over }
  return hours.some(([from, to]) => minutesOf(from) <= start && end <= minutesOf(to)) ? { is: 'free' } : { is: 'outside' }
}

/** Whether they are of the same group service and begin at the same time, where there is a seat to join. The server counts seats. */
const joins = (visit: Visit, moved: Visit | undefined, start: number): boolean =>
  visit.group !== null && visit.group.service === moved?.group?.service && minutesOf(visit.time) === start
