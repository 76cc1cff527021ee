import type { Grouping } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { failure } from '../../errors.ts'
import type { LiveHub } from '../../live/live-hub.ts'
import type { WorkContext } from '../../worker/context.ts'
import type { BranchRow, ServiceRow } from '../branches.store.ts'
import { localClock } from '../local-clock.ts'
import { projectFacts } from '../project-facts.ts'
import { setUpStore } from '../set-up.store.ts'

export type SetUpWork = ReturnType<typeof setUpWork>

export type GroupingKind = 'category' | 'job-title'
export type EmployeeRow = Selectable<Schema['booking_employees']>
/** What is to be changed of a thing: what is left out stays. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What the desks of the set-up share: its rows, found or refused, and how a change is made and told. */
export function setUpWork(context: WorkContext, live: LiveHub) {
  const { db, booking, orders, clock, audit } = context
  const { build } = db
  const { branches } = booking
  const facts = projectFacts(context)
  const run = (query: Parameters<typeof db.run>[0]) => settle(db.run(query))

  function* branchRow(project: number, id: number): Step<BranchRow> {
    const row = yield* branches.find(project, id)
    if (!row) throw failure('branch-not-found')
    return row
  }

  function* serviceRow(project: number, id: number): Step<ServiceRow> {
    const query = build.selectFrom('booking_services').selectAll().where('project_id', '=', project).where('id', '=', id)
    const row = yield* settle(db.first<ServiceRow>(query))
    if (!row) throw failure('service-not-found', id)
    return row
  }

  function* employeeRow(project: number, id: number): Step<EmployeeRow> {
    const query = build.selectFrom('booking_employees').selectAll().where('project_id', '=', project).where('id', '=', id)
    const row = yield* settle(db.first<EmployeeRow>(query))
    if (!row) throw failure('employee-not-found', id)
    return row
  }

  function* groupingRow(project: number, kind: GroupingKind, id: number) {
    const query = build
      .selectFrom('booking_groupings')
      .selectAll()
      .where('project_id', '=', project)
      .where('kind', '=', kind)
      .where('id', '=', id)
    const row = yield* settle(db.first<Schema['booking_groupings']>(query))
    if (!row) throw failure('grouping-not-found')
    return row
  }

  function* groupings(project: number, branch: number, kind: GroupingKind): Step<Grouping[]> {
    const query = build
      .selectFrom('booking_groupings')
      .select(['id', 'name', 'description'])
      .where('project_id', '=', project)
      .where('pipeline_id', '=', branch)
      .where('kind', '=', kind)
      .orderBy('position')
      .orderBy('id')
    return yield* settle(db.all<Grouping>(query))
  }

  return {
    db,
    build,
    audit,
    branches,
    numbers: orders.numbers,
    store: setUpStore(db),
    facts,
    run,
    branchRow,
    serviceRow,
    employeeRow,
    groupingRow,
    groupings,

    /** The day of the branch's clock. */
    *today(project: number, branch: BranchRow): Step<string> {
      return localClock(clock.now(), branch.timezone ?? (yield* facts(project)).timezone).today
    },

    /** In one transaction; open pages load the branch again after it (null: the list of branches). */
    async change<T>(project: number, work: () => Step<{ readonly branch: number | null; readonly answer: T }>): Promise<T> {
      const { branch, answer } = await db.transaction(work)
      live.publish(project, { type: 'booking-setup-changed', branch })
      return answer
    },

    /** Gives things of a branch the order of these ids, which name each once. */
    *sort(
      known: readonly { readonly id: number }[],
      ids: readonly number[],
      place: (id: number, position: number) => Parameters<typeof db.run>[0],
    ): Step<{ ids: number[] }> {
      const named = new Set(ids)
      if (named.size !== ids.length || named.size !== known.length || !known.every(({ id }) => named.has(id)))
        throw failure('order-list-incomplete')
      for (const [position, id] of ids.entries()) yield* run(place(id, position))
      return { ids: [...ids] }
    },
  }
}
