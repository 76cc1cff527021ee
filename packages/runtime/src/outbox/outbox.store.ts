import { settle, type Step } from '@voronka/flow/engine'
import type { Insertable, Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type OutboxRow = Selectable<Schema['outbox']>

export interface NewOutgoing {
  readonly project: number
  readonly queue: string
  readonly kind: string
  readonly client: number | null
  /** Unique: the same put in again is not there twice. */
  readonly key: string
  readonly message: string
  readonly now: number
  /** Where nobody knows whether it arrived, it is not sent again. */
  readonly once?: boolean
}

/** Behind another one of the same client and queue, which has to go first. */
export const behind = 8.64e15

export type OutboxStore = ReturnType<typeof outboxStore>

/** What servers of others are to accept. Whoever writes here for a client holds his row: that keeps the order. */
export function outboxStore(db: Db) {
  const waitingOf = db.prepare((build, { queue, client }: { queue: string; client: number }) =>
    build
      .selectFrom('outbox')
      .select(['id', 'due_at'])
      .where('queue', '=', queue)
      .where('client_id', '=', client)
      .where('state', '=', 'waiting')
      .orderBy('id')
      .limit(1),
  )
  const insert = db.prepare((build, row: Insertable<Schema['outbox']>) =>
    build
      .insertInto('outbox')
      .values({
        project_id: row.project_id,
        queue: row.queue,
        kind: row.kind,
        client_id: row.client_id,
        key: row.key,
        message: row.message,
        state: row.state,
        due_at: row.due_at,
        created_at: row.created_at,
        once: row.once,
      })
      .onConflict((conflict) => conflict.column('key').doNothing()),
  )

  /** The next one of a client goes on where none of his is under way. */
  function* promote(queue: string, client: number | null, now: number): Step<void> {
    if (client === null) return
    const next = yield* settle(waitingOf.first({ queue, client }))
    if (!next || next.due_at < behind) return
    yield* settle(db.run(db.build.updateTable('outbox').set({ due_at: now }).where('id', '=', next.id).where('due_at', '=', behind)))
  }

  return {
    *add({ project, queue, kind, client, key, message, now, once = false }: NewOutgoing): Step<void> {
      const before = client === null ? undefined : yield* settle(waitingOf.first({ queue, client }))
      yield* settle(
        insert.run({
          project_id: project,
          queue,
          kind,
          client_id: client,
          key,
          message,
          state: 'waiting',
          due_at: before ? behind : now,
          created_at: now,
          once: Number(once),
        }),
      )
    },

    /** Queues with something to send, and from when on: their own rest counted in. */
    *queues(): Step<{ queue: string; kind: string; from: number }[]> {
      const query = db.build
        .selectFrom('outbox')
        .leftJoin('outbox_queues', 'outbox_queues.queue', 'outbox.queue')
        .select(({ fn }) => [
          'outbox.queue',
          'outbox.kind',
          fn.min<number>('outbox.due_at').as('due_at'),
          fn.max<number | null>('outbox_queues.paused_until').as('paused_until'),
        ])
        .where('outbox.state', '=', 'waiting')
        .where('outbox.due_at', '<', behind)
        .groupBy(['outbox.queue', 'outbox.kind'])
      const found = yield* settle(db.all<{ queue: string; kind: string; due_at: number; paused_until: number | null }>(query))
      return found.map(({ queue, kind, due_at, paused_until }) => ({ queue, kind, from: Math.max(due_at, paused_until ?? 0) }))
    },

    /**
     * The next one of a queue, taken by this process: until `until` nobody else sends it. Who comes late to one takes the next. `sending` of what it gives
     * is what it was before: 1 where somebody died over it.
     */
    *take(queue: string, now: number, until: number): Step<OutboxRow | undefined> {
      const pause = db.build.selectFrom('outbox_queues').select('paused_until').where('queue', '=', queue).where('paused_until', '>', now)
      if (yield* settle(db.first(pause))) return undefined
      const candidates = db.build
        .selectFrom('outbox')
        .selectAll()
        .where('queue', '=', queue)
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(16)
      for (const row of yield* settle(db.all<OutboxRow>(candidates))) {
        const taking = db.build
          .updateTable('outbox')
          .set({ due_at: until, attempts: row.attempts + 1, tries: row.tries + 1, sending: 1 })
          .where('id', '=', row.id)
          .where('attempts', '=', row.attempts)
          .where('state', '=', 'waiting')
          .where('due_at', '=', row.due_at)
        if ((yield* settle(db.run(taking))).changes === 1)
          return { ...row, due_at: until, attempts: row.attempts + 1, tries: row.tries + 1 }
      }
      return undefined
    },

    /** One that was taken too early goes back, as if it had not been. */
    *putBack({ id, attempts, tries, sending }: OutboxRow, until: number): Step<void> {
      const back = db.build.updateTable('outbox').set({ due_at: until, attempts: attempts - 1, tries: tries - 1, sending })
      yield* settle(db.run(back.where('id', '=', id).where('attempts', '=', attempts).where('state', '=', 'waiting')))
    },

    /** What became of an attempt; the next one of the client goes on at `next`. False: somebody else has taken it meanwhile, or it was put in anew. */
    *settleAttempt(
      row: OutboxRow,
      fields: Partial<Pick<OutboxRow, 'state' | 'due_at' | 'finished_at' | 'outside_id' | 'reason'>>,
      next: number,
    ) {
      const mine = db.build
        .updateTable('outbox')
        .set({ ...fields, sending: 0 })
        .where('id', '=', row.id)
        .where('attempts', '=', row.attempts)
        .where('state', '=', 'waiting')
      if ((yield* settle(db.run(mine))).changes !== 1) return false
      if (fields.state) yield* promote(row.queue, row.client_id, next)
      return true
    },

    *noteAttempt(attempt: Schema['outbox_attempts']): Step<void> {
      yield* settle(
        db.run(
          db.build
            .insertInto('outbox_attempts')
            .values(attempt)
            .onConflict((conflict) => conflict.doNothing()),
        ),
      )
    },

    *failuresOf(queue: string): Step<number> {
      const found = db.build.selectFrom('outbox_queues').select('failures').where('queue', '=', queue)
      return (yield* settle(db.first<{ failures: number }>(found)))?.failures ?? 0
    },

    *rest(project: number, queue: string, failures: number, until: number): Step<void> {
      const values = { failures, paused_until: until }
      const query = db.build
        .insertInto('outbox_queues')
        .values({ queue, project_id: project, ...values })
        .onConflict((conflict) => conflict.column('queue').doUpdateSet(values))
      yield* settle(db.run(query))
    },

    /** Whatever is left behind without anybody before it: nothing should be, but nothing may wait for ever. */
    *promoteAll(now: number): Step<void> {
      const stuck = db.build
        .selectFrom('outbox')
        .select(({ fn }) => ['queue', 'client_id', fn.min<number>('id').as('id')])
        .where('state', '=', 'waiting')
        .groupBy(['queue', 'client_id'])
        .having(({ fn, eb }) => eb(fn.min<number>('due_at'), '=', behind))
      for (const { queue, client_id } of yield* settle(db.all<{ queue: string; client_id: number | null }>(stuck)))
        yield* promote(queue, client_id, now)
    },

    /** Takes what was not tried yet of these out of a client's line again. */
    *drop(queue: string, client: number, keys: readonly string[], now: number): Step<void> {
      const waiting = db.build.deleteFrom('outbox').where('key', 'in', keys).where('state', '=', 'waiting').where('attempts', '=', 0)
      yield* settle(db.run(waiting))
      yield* promote(queue, client, now)
    },

    /** Takes a queue away whose server nobody wants to reach any more. */
    *removeQueue(queue: string): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('outbox').where('queue', '=', queue)))
      yield* settle(db.run(db.build.deleteFrom('outbox_queues').where('queue', '=', queue)))
    },
  }
}
