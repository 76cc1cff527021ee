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
  return {
    *add(row: { project: number; provider: string; kind: NewsRow['kind']; body: string; now: number }): Step<void> {
      yield* settle(insert.run(row))
    },

    /** The oldest first. */
    *due(now: number, limit: number): Step<NewsRow[]> {
      const query = db.build.selectFrom('call_news').selectAll().where('due_at', '<=', now).orderBy('due_at').orderBy('id').limit(limit)
      return yield* settle(db.all<NewsRow>(query))
    },

    /** True: nobody else did. */
    *remove(id: number): Step<boolean> {
      return (yield* settle(db.run(db.build.deleteFrom('call_news').where('id', '=', id)))).changes === 1
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
