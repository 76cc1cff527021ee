import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type NewsRow = Selectable<Schema['call_news']>

export type CallNews = ReturnType<typeof callNews>

/** What vendors told, from the moment when they were thanked until it is worked off. */
export function callNews(db: Db) {
  const insert = db.prepare((build, row: { project: number; provider: string; kind: NewsRow['kind']; body: string; now: number }) =>
    build
      .insertInto('call_news')
      .values({ project_id: row.project, provider: row.provider, kind: row.kind, body: row.body, tries: 0, due_at: row.now }),
  )
  const due = db.prepare((build, key: { now: number; limit: number }) =>
    build.selectFrom('call_news').selectAll().where('due_at', '<=', key.now).orderBy('due_at').orderBy('id').limit(key.limit),
  )
  const remove = db.prepare((build, key: { id: number }) => build.deleteFrom('call_news').where('id', '=', key.id))

  return {
    *add(row: { project: number; provider: string; kind: NewsRow['kind']; body: string; now: number }): Step<void> {
      yield* settle(insert.run(row))
    },

    /** The oldest first. */
    *due(now: number, limit: number): Step<NewsRow[]> {
      return yield* settle(due.all({ now, limit }))
    },

    *remove(id: number): Step<void> {
      yield* settle(remove.run({ id }))
    },

    *putOff(id: number, tries: number, dueAt: number): Step<void> {
      yield* settle(db.run(db.build.updateTable('call_news').set({ tries, due_at: dueAt }).where('id', '=', id)))
    },

    *next(): Step<number | undefined> {
      const query = db.build.selectFrom('call_news').select('due_at').orderBy('due_at').limit(1)
      return (yield* settle(db.first<{ due_at: number }>(query)))?.due_at
    },
  }
}
