import { settle, type Step } from '@voronka/flow/engine'
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import type { Schema } from '../db/schema.ts'

export type CallRow = Selectable<Schema['calls']>

export interface CallFilter {
  /** Moments [from, until). */
  readonly from?: number | undefined
  readonly until?: number | undefined
  readonly client?: number | undefined
  /** Number of an account; null: nobody. */
  readonly employee?: number | null | undefined
  readonly outcome?: CallRow['outcome'] | undefined
}

type CallQuery<Row> = SelectQueryBuilder<Schema, 'calls', Row>

export type CallsStore = ReturnType<typeof callsStore>

/** The rows of calls. Those that are found to be changed are locked until the transaction ends. */
export function callsStore(db: Db) {
  const { build } = db
  const byKey = db.prepare((build, { key }: { key: string }) => forUpdate(db, build.selectFrom('calls').selectAll().where('key', '=', key)))
  const byProviderId = db.prepare((build, key: { project: number; provider: string; id: string }) =>
    forUpdate(
      db,
      build
        .selectFrom('calls')
        .selectAll()
        .where('project_id', '=', key.project)
        .where('provider', '=', key.provider)
        .where('provider_call_id', '=', key.id),
    ),
  )
  const beginning = db.prepare((build, key: { project: number; provider: string; to: string }) =>
    build
      .selectFrom('calls')
      .select('number')
      .where('project_id', '=', key.project)
      .where('provider', '=', key.provider)
      .where('outcome', '=', 'starting')
      .where('number_to', '=', key.to)
      .where('look_at', 'is not', null)
      .limit(1),
  )
  const one = (key: { project: number; number: number }) =>
    build.selectFrom('calls').selectAll().where('project_id', '=', key.project).where('number', '=', key.number)

  return {
    *find(project: number, number: number): Step<CallRow | undefined> {
      return yield* settle(db.first<CallRow>(forUpdate(db, one({ project, number }))))
    },

    *byKey(key: string): Step<CallRow | undefined> {
      return yield* settle(byKey.first({ key }))
    },

    *byProviderId(project: number, provider: string, id: string): Step<CallRow | undefined> {
      return yield* settle(byProviderId.first({ project, provider, id }))
    },

    /** False: there is one of this key already. */
    *add(row: CallRow): Step<boolean> {
      const query = build
        .insertInto('calls')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doNothing())
      return (yield* settle(db.run(query))).changes === 1
    },

    *change({ project_id, number }: Pick<CallRow, 'project_id' | 'number'>, fields: Partial<CallRow>): Step<void> {
      yield* settle(db.run(build.updateTable('calls').set(fields).where('project_id', '=', project_id).where('number', '=', number)))
    },

    /** A vendor that gives an id again means his latest call. */
    *releaseId(project: number, provider: string, id: string): Step<void> {
      const query = build.updateTable('calls').set({ provider_call_id: null, look_at: null })
      yield* settle(db.run(query.where('project_id', '=', project).where('provider', '=', provider).where('provider_call_id', '=', id)))
    },

    /** Whether a call to that number is being begun, and its vendor's id is not known yet. */
    *beginning(project: number, provider: string, to: string): Step<boolean> {
      return (yield* settle(beginning.first({ project, provider, to }))) !== undefined
    },

    /** Of whom nothing was heard, the longest waiting first. */
    *toLookAt(now: number, limit: number): Step<CallRow[]> {
      const query = build.selectFrom('calls').selectAll().where('look_at', '<=', now).orderBy('look_at').orderBy('number').limit(limit)
      return yield* settle(db.all<CallRow>(query))
    },

    *nextLook(): Step<number | undefined> {
      const query = build.selectFrom('calls').select('look_at').where('look_at', 'is not', null).orderBy('look_at').limit(1)
      return (yield* settle(db.first<{ look_at: number | null }>(query)))?.look_at ?? undefined
    },

    /** Taken by one process. */
    *takeLook({ project_id, number, looks }: CallRow, lookAt: number | null): Step<boolean> {
      const query = build
        .updateTable('calls')
        .set({ looks: looks + 1, look_at: lookAt })
        .where('project_id', '=', project_id)
        .where('number', '=', number)
        .where('looks', '=', looks)
        .where('look_at', 'is not', null)
      return (yield* settle(db.run(query))).changes === 1
    },

    /** Without a number below which they lie: the newest. `seen`: dialogues that the reader may see. */
    *page(project: number, filter: CallFilter, seen: Seen, below: number | undefined, limit: number): Step<CallRow[]> {
      let query = narrowed(build.selectFrom('calls').selectAll(), project, filter, seen)
      if (below !== undefined) query = query.where('number', '<', below)
      return yield* settle(db.all<CallRow>(query.orderBy('number', 'desc').limit(limit)))
    },

    *total(project: number, filter: CallFilter, seen: Seen): Step<number> {
      const query = narrowed(build.selectFrom('calls').select(sql<number>`count(*)`.as('count')), project, filter, seen)
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },
  }
}

/** Ids of the dialogues that somebody may see; undefined: all. */
export type Seen = SelectQueryBuilder<Schema, 'dialogues', { client_id: number }> | undefined

function narrowed<Row>(all: CallQuery<Row>, project: number, filter: CallFilter, seen: Seen): CallQuery<Row> {
  const { from, until, client, employee, outcome } = filter
  let query = all.where('project_id', '=', project)
  if (from !== undefined) query = query.where('created_at', '>=', from)
  if (until !== undefined) query = query.where('created_at', '<', until)
  if (client !== undefined) query = query.where('client_id', '=', client)
  if (employee !== undefined) query = employee === null ? query.where('operator_id', 'is', null) : query.where('operator_id', '=', employee)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (seen) query = query.where(({ eb, or }) => or([eb('client_id', 'is', null), eb('client_id', 'in', seen)]))
  return query
}
