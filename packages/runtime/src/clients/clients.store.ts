import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import type { DialoguesStore } from './dialogues.store.ts'

export interface ClientRow {
  readonly id: number
  readonly project_id: number
  readonly channel: string
  readonly outside_id: string
  readonly name: string
  readonly session: string | null
  readonly clock_offset: number
  readonly created_at: number
  /** The event whose turn waits for an answer from outside. */
  readonly calling: number | null
}

export interface NewClient {
  readonly project: number
  readonly channel: string
  readonly outsideId: string
  readonly name: string
  readonly now: number
}

const columns = ['id', 'project_id', 'channel', 'outside_id', 'name', 'session', 'clock_offset', 'created_at', 'calling'] as const

export type ClientsStore = ReturnType<typeof clientsStore>

/** A client comes with his line in the inbox. */
export function clientsStore(db: Db, dialogues: Pick<DialoguesStore, 'add'>) {
  const byOutsideId = db.prepare((build, key: { channel: string; outsideId: string }) =>
    build.selectFrom('clients').select(columns).where('channel', '=', key.channel).where('outside_id', '=', key.outsideId),
  )
  const byId = db.prepare((build, key: { id: number }) => build.selectFrom('clients').select(columns).where('id', '=', key.id))
  const lockedByOutsideId = db.prepare((build, key: { channel: string; outsideId: string }) =>
    forUpdate(db, build.selectFrom('clients').select(columns).where('channel', '=', key.channel).where('outside_id', '=', key.outsideId)),
  )
  const lockedById = db.prepare((build, key: { id: number }) =>
    forUpdate(db, build.selectFrom('clients').select(columns).where('id', '=', key.id)),
  )
  const insert = db.prepare((build, row: NewClient) =>
    build
      .insertInto('clients')
      .values({
        project_id: row.project,
        channel: row.channel,
        outside_id: row.outsideId,
        name: row.name,
        session: null,
        position: null,
        clock_offset: 0,
        created_at: row.now,
        updated_at: row.now,
      })
      .onConflict((conflict) => conflict.columns(['channel', 'outside_id']).doNothing())
      .returning(columns),
  )
  const save = db.prepare((build, row: { id: number; name: string; session: string; position: number | null; now: number }) =>
    build
      .updateTable('clients')
      .set({ name: row.name, session: row.session, position: row.position, updated_at: row.now })
      .where('id', '=', row.id),
  )

  return {
    find: (id: number) => settle(byId.first({ id })),

    /**
     * The same for whoever goes on to change him: nobody else, in no process, does until the transaction ends. That is what keeps two turns of one client
     * from running side by side (reliability-promises, P2.1).
     */
    lock: (id: number) => settle(lockedById.first({ id })),

    /** The person behind that name on that channel, made on first sight, and locked as by `lock`. */
    *findOrCreate(client: NewClient): Step<ClientRow> {
      const known = yield* settle(lockedByOutsideId.first(client))
      if (known) return known
      const made = yield* settle(insert.first(client))
      // Another process saw him first.
      const row = made ?? (yield* settle(lockedByOutsideId.first(client)))
      if (!row) throw new Error('A client was inserted and did not come back.')
      if (made) {
        yield* dialogues.add({ client: row.id, project: client.project, channel: client.channel, name: client.name, now: client.now })
      }
      return row
    },

    findByOutsideId: (channel: string, outsideId: string) => settle(byOutsideId.first({ channel, outsideId })),

    save: (row: { id: number; name: string; session: string; position: number | null; now: number }) => settle(save.run(row)),

    *setClockOffset(id: number, offset: number): Step<void> {
      yield* settle(db.run(db.build.updateTable('clients').set({ clock_offset: offset }).where('id', '=', id)))
    },

    /** Forgets a person with everything that hangs on him. */
    *remove(id: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('clients').where('id', '=', id)))
    },
  }
}
