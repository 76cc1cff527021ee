import type { Event } from '@voronka/flow/engine'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'

/** How an event in the inbox stands. */
export const inboxStates = { waiting: 0, done: 1, setAside: 2 } as const

export interface WaitingEvent {
  readonly id: number
  /** What its channel calls it. */
  readonly outsideId: string
  readonly client: number
  readonly event: Event
  readonly attempts: number
  readonly request: string | null
}

export interface NewInboxEvent {
  readonly channel: string
  readonly outsideId: string
  readonly client: number
  readonly event: Event
  readonly now: number
  readonly request?: string | undefined
}

export type InboxStore = ReturnType<typeof inboxStore>

/** Events that were taken in, each once: (channel, outside id) is unique (reliability-promises, P1.2). */
export function inboxStore(db: Db) {
  const insert = db.prepare(
    (
      build,
      row: { channel: string; outsideId: string; client: number; event: string; now: number; state: number; request: string | null },
    ) =>
      build
        .insertInto('inbox')
        .values({
          channel: row.channel,
          outside_id: row.outsideId,
          client_id: row.client,
          event: row.event,
          received_at: row.now,
          state: row.state,
          attempts: 0,
          turn_id: null,
          request: row.request,
        })
        .onConflict((conflict) => conflict.columns(['channel', 'outside_id']).doNothing())
        .returning('id'),
  )
  const finish = db.prepare((build, row: { id: number; turn: number | null; state: number; attempts: number }) =>
    build.updateTable('inbox').set({ state: row.state, turn_id: row.turn, attempts: row.attempts }).where('id', '=', row.id),
  )
  const known = db.prepare((build, key: { channel: string; outsideId: string }) =>
    build
      .selectFrom('inbox')
      .select(['id', 'client_id', 'state', 'turn_id'])
      .where('channel', '=', key.channel)
      .where('outside_id', '=', key.outsideId),
  )
  const nextOf = db.prepare((build, key: { client: number }) =>
    build
      .selectFrom('inbox')
      .select(['id', 'outside_id', 'client_id', 'event', 'attempts', 'request'])
      .where('client_id', '=', key.client)
      // Written out, so that the partial index serves.
      .where('state', '=', sql.lit(inboxStates.waiting))
      .orderBy('id')
      .limit(1),
  )

  const waitingById = db.prepare((build, key: { id: number }) =>
    build
      .selectFrom('inbox')
      .select(['id', 'outside_id', 'client_id', 'event', 'attempts', 'request'])
      .where('id', '=', key.id)
      .where('state', '=', sql.lit(inboxStates.waiting)),
  )

  return {
    /** The number of the event, or undefined when it was taken in before. */
    *add({ channel, outsideId, client, event, now, request }: NewInboxEvent, state: number): Step<number | undefined> {
      const row = yield* settle(
        insert.first({ channel, outsideId, client, event: JSON.stringify(event), now, state, request: request ?? null }),
      )
      return row?.id
    },
    find: (channel: string, outsideId: string) => settle(known.first({ channel, outsideId })),
    /** What happened there; undefined: it is kept no longer. */
    *eventOf(id: number): Step<Event | undefined> {
      const row = yield* settle(db.first<{ event: string }>(db.build.selectFrom('inbox').select('event').where('id', '=', id)))
      return row && (JSON.parse(row.event) as Event)
    },
    *finish(id: number, turn: number | null): Step<void> {
      yield* settle(finish.run({ id, turn, state: inboxStates.done, attempts: 0 }))
    },
    /** Its turn waits for an answer from outside: it stays the first of its client. */
    *suspend(id: number): Step<void> {
      yield* settle(finish.run({ id, turn: null, state: inboxStates.waiting, attempts: 0 }))
    },
    *failed(id: number, attempts: number, setAside: boolean): Step<void> {
      yield* settle(finish.run({ id, turn: null, state: setAside ? inboxStates.setAside : inboxStates.waiting, attempts }))
    },
    /** The next event of a client: the one whose turn waits for an answer from outside, else the oldest. */
    *nextOf(client: number, calling: number | null = null): Step<WaitingEvent | undefined> {
      const row = yield* settle(calling === null ? nextOf.first({ client }) : waitingById.first({ id: calling }))
      // Written by `add` above and by nobody else.
      return (
        row && {
          id: row.id,
          outsideId: row.outside_id,
          client: row.client_id,
          event: JSON.parse(row.event) as Event,
          attempts: row.attempts,
          request: row.request,
        }
      )
    },
    /** How many events wait, of one client or in all; counting ends at `most`. */
    *waiting(most: number, client?: number): Step<number> {
      const all = db.build.selectFrom('inbox').select('id').where('state', '=', sql.lit(inboxStates.waiting))
      const query = (client === undefined ? all : all.where('client_id', '=', client)).limit(most)
      return (yield* settle(db.all(query))).length
    },
    /** Clients with events that wait to be worked off. */
    *clientsWaiting(): Step<number[]> {
      const query = db.build.selectFrom('inbox').select('client_id').distinct().where('state', '=', sql.lit(inboxStates.waiting))
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },
  }
}
