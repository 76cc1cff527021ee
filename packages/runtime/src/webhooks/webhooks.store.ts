import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import { createKept } from '../db/kept.ts'
import type { Schema } from '../db/schema.ts'
import type { Notices } from '../processes/notices.ts'

export type WebhookRow = Selectable<Schema['webhooks']>

export type WebhooksStore = ReturnType<typeof webhooksStore>

/** Which of a project's addresses are told of messages is asked at every turn and changes hardly ever. */
export function webhooksStore(db: Db, notices: Notices) {
  const kept = createKept<number, readonly number[]>(mostKept, () => notices.hears)
  notices.hear((notice) => {
    if (notice.type === 'webhooks') kept.forget(notice.project)
    if (notice.type === 'missed') kept.forgetAll()
  })
  const enabled = db.prepare((build, { project }: { project: number }) =>
    build.selectFrom('webhooks').select('id').where('project_id', '=', project).where('enabled', '=', 1).orderBy('id'),
  )
  return {
    told: (project: number): Step<readonly number[]> =>
      kept.get(project, function* () {
        return (yield* settle(enabled.all({ project }))).map(({ id }) => id)
      }),

    /** Call it after every committed change. */
    invalidate(project: number): void {
      kept.forget(project)
      notices.tell({ type: 'webhooks', project })
    },

    *list(project: number): Step<WebhookRow[]> {
      return yield* settle(db.all<WebhookRow>(db.build.selectFrom('webhooks').selectAll().where('project_id', '=', project).orderBy('id')))
    },

    *find(project: number, id: number): Step<WebhookRow | undefined> {
      const query = db.build.selectFrom('webhooks').selectAll().where('project_id', '=', project).where('id', '=', id)
      return yield* settle(db.first<WebhookRow>(query))
    },

    *add(row: Omit<WebhookRow, 'id'>): Step<WebhookRow> {
      const added = yield* settle(db.first<WebhookRow>(db.build.insertInto('webhooks').values(row).returningAll()))
      if (!added) throw new Error('A row was not returned.')
      return added
    },

    *change(id: number, fields: Partial<Pick<WebhookRow, 'url' | 'enabled' | 'repeats' | 'secret'>>): Step<void> {
      if (Object.keys(fields).length) yield* settle(db.run(db.build.updateTable('webhooks').set(fields).where('id', '=', id)))
    },

    *remove(id: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('webhooks').where('id', '=', id)))
    },
  }
}

const mostKept = 10_000
