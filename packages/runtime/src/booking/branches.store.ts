import { addDaysTo, piecesOf, weekdayOf, type Span } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type BranchRow = Selectable<Schema['booking_branches']> & { readonly name: string; readonly currency: string }
export type ServiceRow = Selectable<Schema['booking_services']>
export type EmployeeRow = Selectable<Schema['booking_employees']> & { readonly job_title: string | null }

/** An employee as slots need him. */
export interface Worker {
  readonly row: EmployeeRow
  /** Whose time he takes up: a member of the project is busy in all branches at once (booking, section 5.3). */
  readonly calendar: number
  readonly services: ReadonlySet<number>
  /** His working time of a day, without the breaks. */
  pieces(day: string): readonly Span[]
}

/** What a branch offers. */
export interface Offer {
  readonly branch: BranchRow
  /** By position. */
  readonly services: readonly ServiceRow[]
  readonly workers: readonly Worker[]
}

export type BranchesStore = ReturnType<typeof branchesStore>

export const calendarOf = ({ id, account_id }: Pick<EmployeeRow, 'id' | 'account_id'>): number => (account_id === null ? id : -account_id)

/** The set-up of branches as bookings read it. */
export function branchesStore(db: Db) {
  const branches = db.prepare((build, key: { project: number }) =>
    build
      .selectFrom('booking_branches')
      .innerJoin('pipelines', (join) =>
        join.onRef('pipelines.project_id', '=', 'booking_branches.project_id').onRef('pipelines.id', '=', 'booking_branches.pipeline_id'),
      )
      .selectAll('booking_branches')
      .select(['pipelines.name', 'pipelines.currency'])
      .where('booking_branches.project_id', '=', key.project)
      .orderBy('pipelines.position')
      .orderBy('pipelines.id'),
  )
  const services = db.prepare((build, key: { project: number; branch: number }) =>
    build
      .selectFrom('booking_services')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('pipeline_id', '=', key.branch)
      .orderBy('position')
      .orderBy('id'),
  )
  const employees = db.prepare((build, key: { project: number; branch: number }) =>
    build
      .selectFrom('booking_employees')
      .leftJoin('booking_groupings', (join) =>
        join
          .onRef('booking_groupings.project_id', '=', 'booking_employees.project_id')
          .onRef('booking_groupings.id', '=', 'booking_employees.job_title_id')
          .on('booking_groupings.kind', '=', 'job-title'),
      )
      .selectAll('booking_employees')
      .select('booking_groupings.name as job_title')
      .where('booking_employees.project_id', '=', key.project)
      .where('booking_employees.pipeline_id', '=', key.branch)
      .orderBy('booking_employees.position')
      .orderBy('booking_employees.id'),
  )
  const rendered = db.prepare((build, key: { project: number; branch: number }) =>
    build
      .selectFrom('booking_employee_services')
      .innerJoin('booking_employees', (join) =>
        join
          .onRef('booking_employees.project_id', '=', 'booking_employee_services.project_id')
          .onRef('booking_employees.id', '=', 'booking_employee_services.employee_id'),
      )
      .select(['booking_employee_services.employee_id', 'booking_employee_services.service_id'])
      .where('booking_employees.project_id', '=', key.project)
      .where('booking_employees.pipeline_id', '=', key.branch)
      .orderBy('booking_employee_services.service_id'),
  )
  const hours = db.prepare((build, key: { project: number; branch: number }) =>
    build
      .selectFrom('booking_hours')
      .innerJoin('booking_employees', (join) =>
        join
          .onRef('booking_employees.project_id', '=', 'booking_hours.project_id')
          .onRef('booking_employees.id', '=', 'booking_hours.employee_id'),
      )
      .select([
        'booking_hours.employee_id',
        'booking_hours.kind',
        'booking_hours.weekday',
        'booking_hours.start_min',
        'booking_hours.end_min',
      ])
      .where('booking_employees.project_id', '=', key.project)
      .where('booking_employees.pipeline_id', '=', key.branch)
      .orderBy('booking_hours.start_min'),
  )
  const overrides = db.prepare((build, key: { project: number; branch: number; from: string; to: string }) =>
    build
      .selectFrom('booking_overrides')
      .innerJoin('booking_employees', (join) =>
        join
          .onRef('booking_employees.project_id', '=', 'booking_overrides.project_id')
          .onRef('booking_employees.id', '=', 'booking_overrides.employee_id'),
      )
      .select(['booking_overrides.employee_id', 'booking_overrides.day', 'booking_overrides.intervals'])
      .where('booking_employees.project_id', '=', key.project)
      .where('booking_employees.pipeline_id', '=', key.branch)
      .where('booking_overrides.day', '>=', key.from)
      .where('booking_overrides.day', '<=', key.to)
      .orderBy('booking_overrides.day'),
  )

  function* list(project: number): Step<BranchRow[]> {
    return yield* settle(branches.all({ project }))
  }

  function* find(project: number, branch: number): Step<BranchRow | undefined> {
    return (yield* list(project)).find(({ pipeline_id }) => pipeline_id === branch)
  }

  function* workersOf(project: number, branch: number, from: string, to: string): Step<Worker[]> {
    const key = { project, branch }
    const [rows, does, times, others] = [
      yield* settle(employees.all(key)),
      yield* settle(rendered.all(key)),
      yield* settle(hours.all(key)),
      yield* settle(overrides.all({ ...key, from, to })),
    ]
    return rows.map((row) => {
      const own = times.filter(({ employee_id }) => employee_id === row.id)
      const spans = (kind: 'work' | 'break', weekday: number): Span[] =>
        own
          .filter((each) => each.kind === kind && (each.weekday === weekday || each.weekday === 0))
          .map(({ start_min, end_min }) => [start_min, end_min] as const)
      const week = Array.from({ length: 7 }, (_, index) => ({ hours: spans('work', index + 1), breaks: spans('break', index + 1) }))
      const usual = week.map((each) => piecesOf(each.hours, each.breaks))
      const special = new Map(
        // Written by `schedules.ts` and by nobody else.
        others.filter(({ employee_id }) => employee_id === row.id).map(({ day, intervals }) => [day, JSON.parse(intervals) as Span[]]),
      )
      return {
        row,
        calendar: calendarOf(row),
        services: new Set(does.filter(({ employee_id }) => employee_id === row.id).map(({ service_id }) => service_id)),
        pieces(day) {
          const weekday = weekdayOf(day) - 1
          const other = special.get(day)
          return (other ? piecesOf(other, week[weekday]?.breaks ?? []) : usual[weekday]) ?? []
        },
      }
    })
  }

  return {
    list,
    find,
    services: (project: number, branch: number) => settle(services.all({ project, branch })),
    workersOf,

    /** Undefined: there is no such branch, or it is switched off. */
    *offer(project: number, branch: number, from: string, days = 1): Step<Offer | undefined> {
      const row = yield* find(project, branch)
      if (!row?.enabled) return undefined
      return {
        branch: row,
        services: yield* settle(services.all({ project, branch })),
        workers: yield* workersOf(project, branch, from, addDaysTo(from, days)),
      }
    },
  }
}
