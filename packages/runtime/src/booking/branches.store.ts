import { addDaysTo, piecesOf, weekdayOf, type Span } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'
import { defaultHoldMinutes } from './defaults.ts'

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

interface OfBranch {
  readonly project: number
  readonly branch: number
}

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
  const services = db.prepare((build, key: OfBranch) =>
    build
      .selectFrom('booking_services')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('pipeline_id', '=', key.branch)
      .orderBy('position')
      .orderBy('id'),
  )
  const employees = db.prepare((build, key: OfBranch) =>
    employeesOf(build, key)
      .leftJoin('booking_groupings', (join) =>
        join
          .onRef('booking_groupings.project_id', '=', 'booking_employees.project_id')
          .onRef('booking_groupings.id', '=', 'booking_employees.job_title_id')
          .on('booking_groupings.kind', '=', 'job-title'),
      )
      .selectAll('booking_employees')
      .select('booking_groupings.name as job_title')
      .orderBy('booking_employees.position')
      .orderBy('booking_employees.id'),
  )
  const rendered = db.prepare((build, key: OfBranch) =>
    build
      .selectFrom('booking_employee_services')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('employee_id', 'in', employeesOf(build, key).select('booking_employees.id'))
      .orderBy('service_id'),
  )
  const hours = db.prepare((build, key: OfBranch) =>
    build
      .selectFrom('booking_hours')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('employee_id', 'in', employeesOf(build, key).select('booking_employees.id'))
      .orderBy('start_min'),
  )
  const overrides = db.prepare((build, key: OfBranch & { from: string; to: string }) =>
    build
      .selectFrom('booking_overrides')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('employee_id', 'in', employeesOf(build, key).select('booking_employees.id'))
      .where('day', '>=', key.from)
      .where('day', '<=', key.to)
      .orderBy('day'),
  )
  const settings = db.prepare((build, key: { project: number }) =>
    build.selectFrom('booking_settings').select('hold_minutes').where('project_id', '=', key.project),
  )

  function* list(project: number): Step<BranchRow[]> {
    return yield* settle(branches.all({ project }))
  }

  function* find(project: number, branch: number): Step<BranchRow | undefined> {
    return (yield* list(project)).find(({ pipeline_id }) => pipeline_id === branch)
  }

  /** The employees of a branch with all that is kept of them; other hours than usual of these days. */
  function* staffOf(project: number, branch: number, from: string, to: string) {
    const key = { project, branch }
    return {
      rows: yield* settle(employees.all(key)),
      rendered: yield* settle(rendered.all(key)),
      hours: yield* settle(hours.all(key)),
      overrides: yield* settle(overrides.all({ ...key, from, to })),
    }
  }

  function* workersOf(project: number, branch: number, from: string, to: string): Step<Worker[]> {
    const { rows, rendered: does, hours: times, overrides: others } = yield* staffOf(project, branch, from, to)
    const [doesOf, timesOf, othersOf] = [byEmployee(does), byEmployee(times), byEmployee(others)]
    return rows.map((row) => {
      const own = timesOf(row)
      const spans = (kind: 'work' | 'break', weekday: number): Span[] =>
        own
          .filter((each) => each.kind === kind && (each.weekday === weekday || each.weekday === 0))
          .map(({ start_min, end_min }) => [start_min, end_min] as const)
      const week = Array.from({ length: 7 }, (_, index) => ({ hours: spans('work', index + 1), breaks: spans('break', index + 1) }))
      const usual = week.map((each) => piecesOf(each.hours, each.breaks))
      const special = new Map(
        // Written by `set-up.store.ts` and by nobody else.
        othersOf(row).map(({ day, intervals }) => [day, JSON.parse(intervals) as Span[]]),
      )
      return {
        row,
        calendar: calendarOf(row),
        services: new Set(doesOf(row).map(({ service_id }) => service_id)),
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
    staffOf,
    workersOf,

    /** So long a time is held for a client who is about to book it; 0: not at all. */
    *holdMinutes(project: number): Step<number> {
      return (yield* settle(settings.first({ project })))?.hold_minutes ?? defaultHoldMinutes
    },

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

/** Rows of several employees, taken apart once. */
function byEmployee<Row extends { readonly employee_id: number }>(rows: readonly Row[]): (employee: EmployeeRow) => readonly Row[] {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const known = found.get(row.employee_id)
    if (known) known.push(row)
    else found.set(row.employee_id, [row])
  }
  return ({ id }) => found.get(id) ?? []
}

const employeesOf = (build: Db['build'], { project, branch }: OfBranch) =>
  build
    .selectFrom('booking_employees')
    .where('booking_employees.project_id', '=', project)
    .where('booking_employees.pipeline_id', '=', branch)
