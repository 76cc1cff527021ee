import { settle, type Step } from '@voronka/flow/engine'
import type { Span } from '@voronka/functions'
import { randomBytes } from 'node:crypto'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'
import { defaultHorizonDays, defaultNotifications, defaultPage, defaultStep } from './defaults.ts'

type Row<T extends keyof Schema> = Schema[T]

export interface Hours {
  /** Seven days from Monday on. */
  readonly week: readonly (readonly Span[])[]
  /** `weekday` 0: every day. */
  readonly breaks: readonly { readonly weekday: number; readonly span: Span }[]
}

export type SetUpStore = ReturnType<typeof setUpStore>

export const titleKey = (title: string): string => title.trim().toLowerCase()

/** The rows of the set-up, as people, project files and `voronka eval` write them. */
export function setUpStore(db: Db) {
  const { build } = db
  const run = (query: Parameters<Db['run']>[0]): Step<{ readonly changes: number }> => settle(db.run(query))

  function* setHours(project: number, employee: number, { week, breaks }: Hours): Step<void> {
    yield* run(build.deleteFrom('booking_hours').where('project_id', '=', project).where('employee_id', '=', employee))
    const rows = [
      ...week.flatMap((spans, index) => spans.map((span) => ({ kind: 'work' as const, weekday: index + 1, span }))),
      ...breaks.map((each) => ({ kind: 'break' as const, ...each })),
    ]
    const known = new Map(rows.map((row) => [`${row.kind} ${row.weekday} ${row.span[0]}`, row]))
    for (const { kind, weekday, span } of known.values()) {
      const values = { project_id: project, employee_id: employee, kind, weekday, start_min: span[0], end_min: span[1] }
      yield* run(build.insertInto('booking_hours').values(values))
    }
  }

  return {
    *addBranch(
      project: number,
      pipeline: number,
      {
        address = '',
        enabled = 1,
        language = 'ru' as 'ru' | 'en',
        notifications = defaultNotifications(language),
        page = defaultPage,
      } = {},
    ): Step<void> {
      const values: Row<'booking_branches'> = {
        project_id: project,
        pipeline_id: pipeline,
        key: randomBytes(6).toString('hex'),
        enabled,
        address,
        photo: '',
        timezone: null,
        horizon_days: defaultHorizonDays,
        step: defaultStep,
        state_id: null,
        notifications: JSON.stringify(notifications),
        page: JSON.stringify(page),
      }
      yield* run(build.insertInto('booking_branches').values(values))
    },

    *addGrouping(row: Row<'booking_groupings'>): Step<void> {
      yield* run(build.insertInto('booking_groupings').values(row))
    },

    *addService({ title, ...row }: Omit<Row<'booking_services'>, 'title_key'>): Step<void> {
      yield* run(build.insertInto('booking_services').values({ ...row, title, title_key: titleKey(title) }))
    },

    *addEmployee(row: Omit<Row<'booking_employees'>, 'feed'>): Step<void> {
      yield* run(build.insertInto('booking_employees').values({ ...row, feed: null }))
    },

    /** The services that he renders; those of other branches are passed over. */
    *setServices(project: number, employee: number, services: readonly number[]): Step<void> {
      yield* run(build.deleteFrom('booking_employee_services').where('project_id', '=', project).where('employee_id', '=', employee))
      for (const service of new Set(services))
        yield* run(
          build.insertInto('booking_employee_services').values({ project_id: project, employee_id: employee, service_id: service }),
        )
    },

    setHours,

    /** Null: the usual hours again. */
    *setOverride(project: number, employee: number, day: string, spans: readonly Span[] | null): Step<void> {
      const key = { project_id: project, employee_id: employee, day }
      if (spans === null) {
        const of = build.deleteFrom('booking_overrides').where('project_id', '=', project).where('employee_id', '=', employee)
        yield* run(of.where('day', '=', day))
        return
      }
      const intervals = JSON.stringify(spans)
      yield* run(
        build
          .insertInto('booking_overrides')
          .values({ ...key, intervals })
          .onConflict((conflict) => conflict.columns(['project_id', 'employee_id', 'day']).doUpdateSet({ intervals })),
      )
    },
  }
}
