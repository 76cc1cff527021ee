import { settle, type Event, type Speaker, type Step } from '@voronka/flow/engine'
import type { MessageExtra } from '../clients/messages.store.ts'
import type { Db } from '../db/contract.ts'
import type { DueJobs } from './due-jobs.ts'

export interface Delivery {
  readonly id: number
  readonly project: number
  readonly client: number
  readonly text: string
  readonly block: number | null
  readonly fireAt: number
  /** A person planned it; null: a function of the bot. */
  readonly by: Speaker | null
  readonly extra: Pick<MessageExtra, 'attachments' | 'buttons' | 'answers'>
  /** What happens instead of a message: a program planned it. */
  readonly event: Event | null
}

type AttachmentEvent = Extract<Event, { kind: 'attachment' }>

type NewDelivery = Omit<Delivery, 'id' | 'by' | 'extra' | 'event'> & Partial<Pick<Delivery, 'by' | 'extra' | 'event'>>

interface DeliveryRow {
  id: number
  project_id: number
  client_id: number
  text: string
  block: number | null
  fire_at: number
  account_id: number | null
  speaker: string | null
  extra: string | null
  key: string | null
  event: string | null
}

export type DeliveriesStore = ReturnType<typeof deliveriesStore>

/** Messages that functions addressed to clients, until their moment comes. */
export function deliveriesStore(db: Db, jobs?: DueJobs) {
  return {
    /** Its number. */
    *add({ project, client, text, block, fireAt, by = null, extra = {}, event = null }: NewDelivery): Step<number> {
      const person = { account_id: by?.account ?? null, speaker: by?.name ?? null, key: by?.key ?? null }
      const row = {
        project_id: project,
        client_id: client,
        text,
        block,
        fire_at: fireAt,
        extra: by ? JSON.stringify(extra) : null,
        event: event && JSON.stringify(event),
        ...person,
      }
      const stored = yield* settle(db.first<{ id: number }>(db.build.insertInto('deliveries').values(row).returning('id')))
      if (!stored) throw new Error('A delivery was inserted and did not come back.')
      if (jobs) yield* jobs.ask(client, fireAt)
      return stored.id
    },
    /** One more file of an album: all of it is heard as one event when for a moment nothing more of it has come. */
    *gather(
      { project, client, fireAt }: Pick<Delivery, 'project' | 'client' | 'fireAt'>,
      album: string,
      file: AttachmentEvent,
    ): Step<void> {
      const mine = db.build.selectFrom('deliveries').select(['id', 'event']).where('client_id', '=', client).where('album', '=', album)
      const row = yield* settle(db.first<{ id: number; event: string }>(mine))
      if (row) {
        // Written here and nowhere else.
        const before = JSON.parse(row.event) as AttachmentEvent
        const event = JSON.stringify({ ...before, urls: [...before.urls, ...file.urls], caption: before.caption || file.caption })
        yield* settle(db.run(db.build.updateTable('deliveries').set({ event, fire_at: fireAt }).where('id', '=', row.id)))
      } else {
        const fresh = { project_id: project, client_id: client, text: '', block: null, fire_at: fireAt, event: JSON.stringify(file), album }
        yield* settle(db.run(db.build.insertInto('deliveries').values(fresh)))
      }
      if (jobs) yield* jobs.ask(client, fireAt)
    },
    /** He changed the caption of the album with this file before it was heard. */
    *recaption(client: number, url: string, caption: string): Step<void> {
      const gathered = db.build
        .selectFrom('deliveries')
        .select(['id', 'event'])
        .where('client_id', '=', client)
        .where('album', 'is not', null)
      for (const row of yield* settle(db.all<{ id: number; event: string }>(gathered))) {
        const before = JSON.parse(row.event) as AttachmentEvent
        if (!before.urls.includes(url)) continue
        const event = JSON.stringify({ ...before, caption })
        yield* settle(db.run(db.build.updateTable('deliveries').set({ event }).where('id', '=', row.id)))
      }
    },
    /** What is planned for him. */
    *ofClient(client: number): Step<Delivery[]> {
      const all = db.build.selectFrom('deliveries').selectAll().where('client_id', '=', client).where('album', 'is', null)
      const query = all.orderBy('fire_at').orderBy('id')
      return (yield* settle(db.all<DeliveryRow>(query))).map(fromRow)
    },
    *move(client: number, id: number, fireAt: number): Step<boolean> {
      const query = db.build.updateTable('deliveries').set({ fire_at: fireAt }).where('client_id', '=', client).where('id', '=', id)
      const moved = (yield* settle(db.run(query))).changes === 1
      if (moved && jobs) yield* jobs.ask(client, fireAt)
      return moved
    },
    *due(until: number, limit: number): Step<Delivery[]> {
      const query = db.build
        .selectFrom('deliveries')
        .selectAll()
        .where('fire_at', '<=', until)
        .orderBy('fire_at')
        .orderBy('id')
        .limit(limit)
      return (yield* settle(db.all<DeliveryRow>(query))).map(fromRow)
    },
    /** The first of one client that is due by then. */
    *nextOfClient(client: number, until: number): Step<Delivery | undefined> {
      const query = db.build
        .selectFrom('deliveries')
        .selectAll()
        .where('client_id', '=', client)
        .where('fire_at', '<=', until)
        .orderBy('fire_at')
        .orderBy('id')
        .limit(1)
      const row = yield* settle(db.first<DeliveryRow>(query))
      return row && fromRow(row)
    },
    /** Takes it out; false when somebody else did. */
    *take(id: number): Step<boolean> {
      return (yield* settle(db.run(db.build.deleteFrom('deliveries').where('id', '=', id)))).changes === 1
    },
    /** All that is planned for a client for later than `now`; gives how many. What was to go at once is not a plan any more. */
    *cancelAll(client: number, now: number): Step<number> {
      const query = db.build.deleteFrom('deliveries').where('client_id', '=', client).where('album', 'is', null)
      return (yield* settle(db.run(query.where('fire_at', '>', now)))).changes
    },
    /** The same where the bot is to be silent from now on: what people planned stays. */
    *cancelOfBot(client: number): Step<void> {
      const query = db.build.deleteFrom('deliveries').where('client_id', '=', client).where('account_id', 'is', null)
      yield* settle(db.run(query.where('album', 'is', null)))
    },
    /** A test person's clock was moved forward by so much. */
    *shift(client: number, milliseconds: number): Step<void> {
      yield* settle(
        db.run(
          db.build
            .updateTable('deliveries')
            .set(({ eb, ref }) => ({ fire_at: eb(ref('fire_at'), '-', milliseconds) }))
            .where('client_id', '=', client),
        ),
      )
    },
    *next(): Step<number | undefined> {
      const row = yield* settle(
        db.first<{ fire_at: number }>(db.build.selectFrom('deliveries').select('fire_at').orderBy('fire_at').limit(1)),
      )
      return row?.fire_at
    },
  }
}

function fromRow({ id, project_id, client_id, text, block, fire_at, account_id, speaker, extra, key, event }: DeliveryRow): Delivery {
  const by = account_id === null ? null : { account: account_id, name: speaker ?? '', ...(key !== null && { key }) }
  // Written by `add` above and by nobody else.
  const rest = extra === null ? {} : (JSON.parse(extra) as Delivery['extra'])
  const planned = event === null ? null : (JSON.parse(event) as Event)
  return { id, project: project_id, client: client_id, text, block, fireAt: fire_at, by, extra: rest, event: planned }
}
