import type { Audience, BroadcastContent, BroadcastInfo } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { audienceQuery } from '../clients/audience-query.ts'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'
import { recipientState, type RecipientState } from './recipient-state.ts'

export type BroadcastStatus = BroadcastInfo['status']

export interface BroadcastRow {
  readonly project_id: number
  readonly number: number
  readonly name: string
  readonly status: BroadcastStatus
  readonly content: BroadcastContent
  readonly audience: Audience
  readonly start_at: number | null
  readonly pace: number
  readonly author: string
  readonly error: string
  readonly next_at: number | null
  readonly enqueued: number | null
  readonly created_at: number
  readonly started_at: number | null
  readonly finished_at: number | null
}

type StoredRow = Omit<BroadcastRow, 'content' | 'audience'> & { readonly content: string; readonly audience: string }

export interface RecipientRow {
  readonly client_id: number
  readonly state: number
  readonly reason: string
  readonly at: number | null
  readonly name: string | null
  readonly own_at: number | null
}

export type BroadcastChange = Partial<
  Pick<
    BroadcastRow,
    'name' | 'status' | 'content' | 'audience' | 'start_at' | 'pace' | 'error' | 'next_at' | 'enqueued' | 'started_at' | 'finished_at'
  >
>

export type BroadcastsStore = ReturnType<typeof broadcastsStore>

/** Broadcasts and what became of each of their recipients (builder-and-runtime, section 18). */
export function broadcastsStore(db: Db) {
  const numbers = numbersOf(db)
  const { build } = db
  return {
    *find(project: number, number: number): Step<BroadcastRow | undefined> {
      const query = build.selectFrom('broadcasts').selectAll().where('project_id', '=', project).where('number', '=', number)
      const row = yield* settle(db.first<StoredRow>(query))
      return row && fromRow(row)
    },

    *list(project: number, before: number | undefined, limit: number): Step<BroadcastRow[]> {
      let query = build.selectFrom('broadcasts').selectAll().where('project_id', '=', project)
      if (before !== undefined) query = query.where('number', '<', before)
      return (yield* settle(db.all<StoredRow>(query.orderBy('number', 'desc').limit(limit)))).map(fromRow)
    },

    *add(project: number, draft: Pick<BroadcastRow, 'name' | 'content' | 'audience' | 'pace' | 'author'>, now: number): Step<number> {
      const number = yield* numbers.take(project, 'broadcast')
      const { content, audience, ...rest } = draft
      const texts = { content: JSON.stringify(content), audience: JSON.stringify(audience) }
      const blank = {
        status: 'draft' as const,
        start_at: null,
        error: '',
        next_at: null,
        enqueued: null,
        started_at: null,
        finished_at: null,
      }
      yield* settle(
        db.run(build.insertInto('broadcasts').values({ project_id: project, number, ...rest, ...texts, ...blank, created_at: now })),
      )
      return number
    },

    /** Only while its status is one of these: so a second click, or another process, changes nothing. */
    *change(project: number, number: number, change: BroadcastChange, from?: readonly BroadcastStatus[]): Step<boolean> {
      const { content, audience, ...rest } = change
      const set = {
        ...rest,
        ...(content && { content: JSON.stringify(content) }),
        ...(audience && { audience: JSON.stringify(audience) }),
      }
      if (!Object.keys(set).length) return true
      let query = build.updateTable('broadcasts').set(set).where('project_id', '=', project).where('number', '=', number)
      if (from) query = query.where('status', 'in', from)
      return (yield* settle(db.run(query))).changes === 1
    },

    /** Somebody takes what is due; compared and set, so that one of several processes does. */
    *claim(row: BroadcastRow, next: number): Step<boolean> {
      const query = build
        .updateTable('broadcasts')
        .set({ next_at: next })
        .where('project_id', '=', row.project_id)
        .where('number', '=', row.number)
        .where('next_at', '=', row.next_at)
        .where('status', 'in', ['running', 'scheduled'])
      return (yield* settle(db.run(query))).changes === 1
    },

    *delete(project: number, number: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('broadcast_recipients').where('project_id', '=', project).where('broadcast', '=', number)))
      yield* settle(db.run(build.deleteFrom('broadcasts').where('project_id', '=', project).where('number', '=', number)))
    },

    *due(until: number, limit: number): Step<BroadcastRow[]> {
      const query = build.selectFrom('broadcasts').selectAll().where('next_at', '<=', until).orderBy('next_at').limit(limit)
      return (yield* settle(db.all<StoredRow>(query))).map(fromRow)
    },

    *next(): Step<number | undefined> {
      const query = build.selectFrom('broadcasts').select('next_at').where('next_at', 'is not', null).orderBy('next_at').limit(1)
      return (yield* settle(db.first<{ next_at: number | null }>(query)))?.next_at ?? undefined
    },

    /** The next of those whom the audience means become recipients, each once. Gives the last of them; undefined: there are no more. */
    *enqueue({ project_id, number, audience }: BroadcastRow, after: number, limit: number): Step<number | undefined> {
      const who = recipients(db, project_id, audience)
        .where('dialogues.client_id', '>', after)
        .orderBy('dialogues.client_id')
        .limit(limit)
        .select([
          sql<number>`${sql.lit(project_id)}`.as('project_id'),
          sql<number>`${sql.lit(number)}`.as('broadcast'),
          'dialogues.client_id',
          sql<number>`0`.as('state'),
          sql<string>`''`.as('reason'),
        ])
      const query = build
        .insertInto('broadcast_recipients')
        .columns(['project_id', 'broadcast', 'client_id', 'state', 'reason'])
        .expression(who)
      if ((yield* settle(db.run(query))).changes === 0) return undefined
      const last = build
        .selectFrom('broadcast_recipients')
        .select(sql<number>`max(client_id)`.as('client'))
        .where('project_id', '=', project_id)
      return Number((yield* settle(db.first<{ client: number }>(last.where('broadcast', '=', number))))?.client ?? 0)
    },

    *waiting(project: number, number: number, limit: number): Step<number[]> {
      const query = build
        .selectFrom('broadcast_recipients')
        .select('client_id')
        .where('project_id', '=', project)
        .where('broadcast', '=', number)
        .where('state', '=', sql.lit(recipientState.waiting))
        .orderBy('client_id')
        .limit(limit)
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },

    /** From waiting to what became of him: true for whoever is the first to say so. */
    *settle(
      project: number,
      number: number,
      client: number,
      state: Exclude<RecipientState, 'waiting'>,
      reason: string,
      now: number,
    ): Step<boolean> {
      const query = build
        .updateTable('broadcast_recipients')
        .set({ state: recipientState[state], reason, at: now })
        .where('project_id', '=', project)
        .where('broadcast', '=', number)
        .where('client_id', '=', client)
        .where('state', '=', recipientState.waiting)
      return (yield* settle(db.run(query))).changes === 1
    },

    *counts(project: number, number: number): Step<Record<RecipientState, number>> {
      const query = build
        .selectFrom('broadcast_recipients')
        .select(['state', sql<number>`count(*)`.as('count')])
        .where('project_id', '=', project)
        .where('broadcast', '=', number)
        .groupBy('state')
      const found = new Map(
        (yield* settle(db.all<{ state: number; count: number }>(query))).map(({ state, count }) => [state, Number(count)]),
      )
      const of = (state: RecipientState): number => found.get(recipientState[state]) ?? 0
      return { waiting: of('waiting'), sent: of('sent'), skipped: of('skipped'), failed: of('failed') }
    },

    *recipients(project: number, number: number, state: RecipientState | undefined, after: number, limit: number): Step<RecipientRow[]> {
      let query = build
        .selectFrom('broadcast_recipients')
        .leftJoin('dialogues', 'dialogues.client_id', 'broadcast_recipients.client_id')
        .select(['broadcast_recipients.client_id', 'state', 'reason', 'at', 'dialogues.name', 'dialogues.own_at'])
        .where('broadcast_recipients.project_id', '=', project)
        .where('broadcast', '=', number)
        .where('broadcast_recipients.client_id', '>', after)
      if (state) query = query.where('state', '=', recipientState[state])
      return yield* settle(db.all<RecipientRow>(query.orderBy('broadcast_recipients.client_id').limit(limit)))
    },

    *countAudience(project: number, audience: Audience): Step<number> {
      const query = recipients(db, project, audience).select(sql<number>`count(*)`.as('count'))
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },

    *sample(project: number, audience: Audience, limit: number): Step<{ id: number; name: string; channel: string }[]> {
      const query = recipients(db, project, audience).select(['client_id as id', 'name', 'channel']).orderBy('client_id').limit(limit)
      return yield* settle(db.all<{ id: number; name: string; channel: string }>(query))
    },
  }
}

/** "Skips blocked and unsubscribed clients": the latter are looked at only when the filter asks for them. */
function recipients(db: Db, project: number, audience: Audience) {
  const query = audienceQuery(db.build.selectFrom('dialogues'), project, audience).where('dialogues.blocked', '=', 0)
  return audience.unsubscribed === undefined ? query.where('dialogues.unsubscribed', '=', 0) : query
}

function fromRow(row: StoredRow): BroadcastRow {
  // Written by `add` and `change` above and by nobody else.
  return { ...row, content: JSON.parse(row.content) as BroadcastContent, audience: JSON.parse(row.audience) as Audience }
}
