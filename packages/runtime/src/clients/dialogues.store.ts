import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'

export interface DialogueRow {
  readonly client_id: number
  readonly project_id: number
  readonly test: number
  readonly channel: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly responsible: number | null
  readonly queued_at: number | null
  readonly unread: number
  readonly waiting: number
  readonly pinned: number
  readonly blocked: number
  readonly unsubscribed: number
  readonly paused_until: number | null
  readonly position: number | null
  readonly failed: number
  readonly bound_to: number | null
  readonly last_at: number
  readonly last_from: 'client' | 'bot' | 'operator' | 'event' | 'comment' | null
  readonly last_text: string
  readonly own_at: number | null
  readonly created_at: number
}

/** What a turn leaves in the dialogue's line of the inbox. */
export interface Touched {
  readonly client: number
  readonly name: string
  readonly position: number | null
  readonly blocked: number
  readonly unsubscribed: number
  readonly pausedUntil: number | null
  readonly waiting: number
  readonly ownAt: number | null
  readonly unread: number
  /** The latest message; without one the line keeps its place. */
  readonly lastAt: number | null
  readonly lastFrom: DialogueRow['last_from']
  readonly lastText: string | null
}

export type DialogueFields = Partial<
  Pick<DialogueRow, 'phone' | 'email' | 'responsible' | 'queued_at' | 'unread' | 'pinned' | 'waiting' | 'bound_to' | 'name' | 'failed'>
> & { readonly stale?: number }

/** Longer texts are cut in the list of dialogues. */
export const shownText = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

export type DialoguesStore = ReturnType<typeof dialoguesStore>

/** One row a client: his line in the inbox, kept with each turn, slim enough that a hundred thousand of them are looked through at once. */
export function dialoguesStore(db: Db) {
  const insert = db.prepare((build, row: { client: number; project: number; channel: string; name: string; now: number }) =>
    build
      .insertInto('dialogues')
      .columns(['client_id', 'project_id', 'test', 'channel', 'name', 'last_at', 'created_at'])
      .expression((select) =>
        select
          .selectFrom('channels')
          .select(({ val, eb, case: when }) => [
            val(row.client).as('client_id'),
            val(row.project).as('project_id'),
            when()
              .when(eb('kind', '=', 'test'))
              .then(1)
              .else(0)
              .end()
              .as('test'),
            'key',
            val(row.name).as('name'),
            val(row.now).as('last_at'),
            val(row.now).as('created_at'),
          ])
          .where('key', '=', row.channel),
      ),
  )
  const byId = db.prepare((build, key: { client: number }) => build.selectFrom('dialogues').selectAll().where('client_id', '=', key.client))
  const touching = (build: Db['build'], row: Touched) =>
    build
      .updateTable('dialogues')
      .set(({ eb, fn, val }) => ({
        name: row.name,
        position: row.position,
        blocked: row.blocked,
        unsubscribed: row.unsubscribed,
        paused_until: row.pausedUntil,
        waiting: row.waiting,
        own_at: row.ownAt,
        unread: eb('unread', '+', row.unread),
        last_at: fn.coalesce(val(row.lastAt), 'last_at'),
        last_from: fn.coalesce(val(row.lastFrom), 'last_from'),
        last_text: fn.coalesce(val(row.lastText), 'last_text'),
      }))
      .where('client_id', '=', row.client)
  const touch = db.prepare(touching)
  const touchAndTell = db.prepare((build, row: Touched) => touching(build, row).returning('stale'))
  /** Apart, since an index is written for whatever is set: who is marked already, as most are on a busy server, costs next to nothing. */
  const mark = db.prepare((build, row: { client: number }) =>
    build.updateTable('dialogues').set({ stale: 1 }).where('client_id', '=', row.client).where('stale', '=', sql.lit(0)),
  )

  return {
    /** Together with its client. */
    *add(row: { client: number; project: number; channel: string; name: string; now: number }): Step<void> {
      yield* settle(insert.run(row))
    },
    *find(client: number): Step<DialogueRow | undefined> {
      return yield* settle(byId.first({ client }))
    },
    *touch(row: Touched): Step<void> {
      if (!db.can.remote) yield* settle(touch.run(row))
      else if ((yield* settle(touchAndTell.first(row)))?.stale !== 0) return
      yield* settle(mark.run(row))
    },
    /** What is found by words of it has changed. */
    *mark(client: number): Step<void> {
      yield* settle(mark.run({ client }))
    },
    *set(client: number, fields: DialogueFields): Step<void> {
      yield* settle(db.run(db.build.updateTable('dialogues').set(fields).where('client_id', '=', client)))
    },
    /** Its messages are gone: the line in the inbox shows none. */
    *forgetMessages(client: number): Step<void> {
      const fields = { unread: 0, last_text: '', last_from: null, failed: 0, stale: 1 }
      yield* settle(db.run(db.build.updateTable('dialogues').set(fields).where('client_id', '=', client)))
    },
    *addUnread(client: number, count: number): Step<void> {
      const query = db.build.updateTable('dialogues').set(({ eb }) => ({ unread: eb('unread', '+', count) }))
      yield* settle(db.run(query.where('client_id', '=', client)))
    },
    /** Somebody becomes responsible, unless somebody else was faster: the row is compared and set. */
    *take(client: number, account: number): Step<boolean> {
      const query = db.build
        .updateTable('dialogues')
        .set({ responsible: account, queued_at: null })
        .where('client_id', '=', client)
        .where('responsible', 'is', null)
      return (yield* settle(db.run(query))).changes === 1
    },
    /** The oldest of the real (or test) people with that contact. */
    *findBy(where: { project: number; test: number }, contact: { phone: string } | { email: string }): Step<number | undefined> {
      const [column, value] = 'phone' in contact ? (['phone', contact.phone] as const) : (['email', contact.email] as const)
      const query = db.build
        .selectFrom('dialogues')
        .select('client_id')
        .where('project_id', '=', where.project)
        .where('test', '=', where.test)
        .where(column, '=', value)
        // Written out, so that the partial index serves.
        .where(column, '<>', sql.lit(''))
        .orderBy('client_id')
        .limit(1)
      return (yield* settle(db.first<{ client_id: number }>(query)))?.client_id
    },
    /** Those who are bound to this main profile, ascending. */
    *boundTo(project: number, main: number): Step<number[]> {
      const query = db.build
        .selectFrom('dialogues')
        .select('client_id')
        .where('project_id', '=', project)
        .where('bound_to', '=', main)
        .orderBy('client_id')
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },
  }
}
