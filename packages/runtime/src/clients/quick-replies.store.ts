import type { QuickReply } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'

export type QuickRepliesStore = ReturnType<typeof quickRepliesStore>

/** Texts that operators send often, in folders. */
export function quickRepliesStore(db: Db) {
  const numbers = numbersOf(db)
  const columns = ['number', 'folder', 'title', 'text'] as const
  return {
    *all(project: number): Step<QuickReply[]> {
      const query = db.build.selectFrom('quick_replies').select(columns).where('project_id', '=', project)
      return yield* settle(db.all<QuickReply>(query.orderBy('folder').orderBy('title').orderBy('number')))
    },
    *find(project: number, number: number): Step<QuickReply | undefined> {
      const query = db.build.selectFrom('quick_replies').select(columns).where('project_id', '=', project).where('number', '=', number)
      return yield* settle(db.first<QuickReply>(query))
    },
    *add(project: number, reply: Omit<QuickReply, 'number'>): Step<QuickReply> {
      const number = yield* numbers.take(project, 'reply')
      yield* settle(db.run(db.build.insertInto('quick_replies').values({ project_id: project, number, ...reply })))
      return { number, ...reply }
    },
    *update(project: number, number: number, fields: Partial<Omit<QuickReply, 'number'>>): Step<void> {
      if (!Object.keys(fields).length) return
      yield* settle(
        db.run(db.build.updateTable('quick_replies').set(fields).where('project_id', '=', project).where('number', '=', number)),
      )
    },
    *remove(project: number, number: number): Step<boolean> {
      const query = db.build.deleteFrom('quick_replies').where('project_id', '=', project).where('number', '=', number)
      return (yield* settle(db.run(query))).changes === 1
    },
  }
}
