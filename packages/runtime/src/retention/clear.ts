import type { Retention } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { forgetWords } from '../clients/search-index.ts'
import type { Db } from '../db/contract.ts'
import { inboxStates } from '../worker/inbox.store.ts'

/** Rows looked at in one step: a step shares its commit with live turns and must not be felt. */
const stepRows = 500

export interface OldRows {
  readonly name: keyof Retention
  /** Looks at rows above `after` in the order in which they came; gives those of them that may go, and where to go on (undefined: at the end). */
  look(db: Db, after: number): Step<{ rows: readonly OldRow[]; next: number | undefined }>
  remove(db: Db, ids: readonly number[]): Step<void>
}

export interface OldRow {
  readonly id: number
  readonly project: number
  readonly at: number
}

interface Found {
  readonly id: number
  readonly project_id: number
  readonly at: number
}

function page(found: readonly Found[], goes: (row: Found) => boolean = () => true) {
  const rows = found.filter(goes).map(({ id, project_id, at }) => ({ id, project: project_id, at }))
  return { rows, next: found.length === stepRows ? found.at(-1)?.id : undefined }
}

const traces: OldRows = {
  name: 'traces',
  *look(db, after) {
    const query = db.build.selectFrom('turns').select(['id', 'project_id', 'at']).where('id', '>', after).orderBy('id').limit(stepRows)
    return page(yield* settle(db.all<Found>(query)))
  },
  *remove(db, ids) {
    yield* settle(db.run(db.build.deleteFrom('turns').where('id', 'in', ids)))
  },
}

/** What waits stays, whatever its age. */
const inbox: OldRows = {
  name: 'inbox',
  *look(db, after) {
    const query = db.build
      .selectFrom('inbox')
      .innerJoin('channels', 'channels.key', 'inbox.channel')
      .select(['inbox.id', 'channels.project_id', 'inbox.received_at as at', 'inbox.state'])
      .where('inbox.id', '>', after)
      .orderBy('inbox.id')
      .limit(stepRows)
    const found = yield* settle(db.all<Found & { state: number }>(query))
    const waiting = new Set(found.filter(({ state }) => state === inboxStates.waiting).map(({ id }) => id))
    return page(found, ({ id }) => !waiting.has(id))
  },
  *remove(db, ids) {
    yield* settle(db.run(db.build.deleteFrom('inbox').where('id', 'in', ids).where('state', '!=', inboxStates.waiting)))
  },
}

/** The messages of a client's latest turn stay: he may still answer them, or press their buttons. */
const messages: OldRows = {
  name: 'messages',
  *look(db, after) {
    const query = db.build
      .selectFrom('messages')
      .innerJoin('clients', 'clients.id', 'messages.client_id')
      .select(['messages.id', 'clients.project_id', 'messages.at', 'messages.client_id', 'messages.turn_id'])
      .where('messages.id', '>', after)
      .orderBy('messages.id')
      .limit(stepRows)
    const found = yield* settle(db.all<Found & { client_id: number; turn_id: number | null }>(query))
    const latest = new Map<number, { id: number; turn_id: number | null }>()
    for (const client of new Set(found.map(({ client_id }) => client_id))) {
      const last = db.build.selectFrom('messages').select(['id', 'turn_id']).where('client_id', '=', client).orderBy('id', 'desc').limit(1)
      const row = yield* settle(db.first<{ id: number; turn_id: number | null }>(last))
      if (row) latest.set(client, row)
    }
    const kept = new Set(
      found
        .filter(({ id, client_id, turn_id }) => {
          const last = latest.get(client_id)
          return last && (last.id === id || (turn_id !== null && last.turn_id === turn_id))
        })
        .map(({ id }) => id),
    )
    return page(found, ({ id }) => !kept.has(id))
  },
  *remove(db, ids) {
    const query = db.build.selectFrom('messages').select('client_id').distinct().where('id', 'in', ids)
    const clients = yield* settle(db.all<{ client_id: number }>(query))
    yield* settle(db.run(db.build.deleteFrom('messages').where('id', 'in', ids)))
    // Nobody is found by what he no longer has said.
    for (const { client_id } of clients) yield* forgetWords(db, client_id)
  },
}

const log: OldRows = {
  name: 'log',
  *look(db, after) {
    const query = db.build.selectFrom('log').select(['id', 'project_id', 'at']).where('id', '>', after).orderBy('id').limit(stepRows)
    return page(yield* settle(db.all<Found>(query)))
  },
  *remove(db, ids) {
    yield* settle(db.run(db.build.deleteFrom('log').where('id', 'in', ids)))
  },
}

/** What servers of others accepted or never will; what waits stays. */
const deliveries: OldRows = {
  name: 'log',
  *look(db, after) {
    const query = db.build
      .selectFrom('outbox')
      .select(['id', 'project_id', 'created_at as at', 'state'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(stepRows)
    const found = yield* settle(db.all<Found & { state: string }>(query))
    const waiting = new Set(found.filter(({ state }) => state === 'waiting').map(({ id }) => id))
    return page(found, ({ id }) => !waiting.has(id))
  },
  *remove(db, ids) {
    yield* settle(db.run(db.build.deleteFrom('outbox').where('id', 'in', ids).where('state', '!=', 'waiting')))
  },
}

/** Everything that a project keeps for a time only. */
export const allOldRows: readonly OldRows[] = [traces, inbox, messages, log, deliveries]
