import type { Pending } from '@voronka/flow/engine'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

type TimerRow = Schema['timers']

export interface DueTimer {
  readonly client: number
  readonly pending: number
  readonly fireAt: number
}

export type TimersStore = ReturnType<typeof timersStore>

/** Pending entries of clients. `fire_at` is the moment on the real clock: a test person's own clock may be ahead of it. */
export function timersStore(db: Db) {
  const ofClient = db.prepare((build, key: { client: number }) =>
    build.selectFrom('timers').selectAll().where('client_id', '=', key.client).orderBy('pending_id'),
  )
  const insert = db.prepare((build, row: TimerRow) =>
    build.insertInto('timers').values({
      client_id: row.client_id,
      pending_id: row.pending_id,
      project_id: row.project_id,
      arrow: row.arrow,
      from_block: row.from_block,
      to_block: row.to_block,
      due: row.due,
      fire_at: row.fire_at,
      keep: row.keep,
      cancel_if_left: row.cancel_if_left,
      planned_at: row.planned_at,
    }),
  )
  const remove = db.prepare((build, key: { client: number; pending: number }) =>
    build.deleteFrom('timers').where('client_id', '=', key.client).where('pending_id', '=', key.pending),
  )
  const postpone = db.prepare((build, key: { client: number; pending: number; fireAt: number }) =>
    build.updateTable('timers').set({ fire_at: key.fireAt }).where('client_id', '=', key.client).where('pending_id', '=', key.pending),
  )
  const due = db.prepare((build, key: { until: number; limit: number }) =>
    build
      .selectFrom('timers')
      .select(['client_id', 'pending_id', 'fire_at'])
      .where('fire_at', '<=', key.until)
      .orderBy('fire_at')
      .orderBy('client_id')
      .orderBy('pending_id')
      .limit(key.limit),
  )
  const next = db.prepare((build, _key: object) => build.selectFrom('timers').select('fire_at').orderBy('fire_at').limit(1))

  return {
    *ofClient(client: number): Step<Pending[]> {
      return (yield* settle(ofClient.all({ client }))).map(fromRow)
    },
    *add(client: number, project: number, entry: Pending, clockOffset: number): Step<void> {
      yield* settle(
        insert.run({
          client_id: client,
          pending_id: entry.id,
          project_id: project,
          arrow: entry.arrow,
          from_block: entry.from,
          to_block: entry.to,
          due: entry.due,
          fire_at: entry.due - clockOffset,
          keep: Number(entry.keep),
          cancel_if_left: Number(entry.cancelIfLeft),
          planned_at: entry.plannedAt,
        }),
      )
    },
    *remove(client: number, pending: number): Step<void> {
      yield* settle(remove.run({ client, pending }))
    },
    /** Tries it again later; its due moment stays, so that how late it is stays known. */
    *postpone(client: number, pending: number, fireAt: number): Step<void> {
      yield* settle(postpone.run({ client, pending, fireAt }))
    },
    /** Entries to fire by that moment of the real clock, in due order. */
    *due(until: number, limit: number): Step<DueTimer[]> {
      const rows = yield* settle(due.all({ until, limit }))
      return rows.map(({ client_id, pending_id, fire_at }) => ({ client: client_id, pending: pending_id, fireAt: fire_at }))
    },
    *nextOfClient(client: number): Step<{ pending: number; fireAt: number } | undefined> {
      const query = db.build
        .selectFrom('timers')
        .select(['pending_id', 'fire_at'])
        .where('client_id', '=', client)
        .orderBy('fire_at')
        .orderBy('pending_id')
        .limit(1)
      const row = yield* settle(db.first<{ pending_id: number; fire_at: number }>(query))
      return row && { pending: row.pending_id, fireAt: row.fire_at }
    },
    *next(): Step<number | undefined> {
      return (yield* settle(next.first({})))?.fire_at
    },
    /** A test person's clock was moved forward by so much: everything planned comes that much nearer on the real one. */
    *shift(client: number, milliseconds: number): Step<void> {
      yield* settle(
        db.run(
          db.build
            .updateTable('timers')
            .set(({ eb, ref }) => ({ fire_at: eb(ref('fire_at'), '-', milliseconds) }))
            .where('client_id', '=', client),
        ),
      )
    },
  }
}

function fromRow(row: TimerRow): Pending {
  return {
    id: row.pending_id,
    arrow: row.arrow,
    from: row.from_block,
    to: row.to_block,
    due: row.due,
    keep: row.keep === 1,
    cancelIfLeft: row.cancel_if_left === 1,
    plannedAt: row.planned_at,
  }
}
