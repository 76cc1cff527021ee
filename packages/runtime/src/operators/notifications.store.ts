import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'

export interface NotificationRow {
  readonly id: number
  readonly at: number
  readonly text: string
  readonly priority: number
  readonly client_id: number | null
  readonly task: number | null
  readonly read: number
}

export interface NewNotification {
  readonly project: number
  readonly accounts: readonly number[]
  readonly text: string
  readonly priority: number
  readonly client: number | null
  readonly task: number | null
  readonly now: number
}

export type NotificationsStore = ReturnType<typeof notificationsStore>

/** What employees are told inside the application. */
export function notificationsStore(db: Db) {
  return {
    *add({ project, accounts, text, priority, client, task, now }: NewNotification): Step<number[]> {
      const ids: number[] = []
      for (const account of accounts) {
        const row = { project_id: project, account_id: account, at: now, text, priority, client_id: client, task, read: 0 }
        const stored = yield* settle(db.first<{ id: number }>(db.build.insertInto('notifications').values(row).returning('id')))
        if (stored) ids.push(stored.id)
      }
      return ids
    },
    *latest(project: number, account: number, before: number | undefined, limit: number): Step<NotificationRow[]> {
      let query = db.build
        .selectFrom('notifications')
        .select(['id', 'at', 'text', 'priority', 'client_id', 'task', 'read'])
        .where('project_id', '=', project)
        .where('account_id', '=', account)
      if (before !== undefined) query = query.where('id', '<', before)
      return yield* settle(db.all<NotificationRow>(query.orderBy('id', 'desc').limit(limit)))
    },
    *unread(project: number, account: number): Step<number> {
      const query = db.build
        .selectFrom('notifications')
        .select(sql<number>`count(*)`.as('count'))
        .where('project_id', '=', project)
        .where('account_id', '=', account)
        .where('read', '=', 0)
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },
    *markRead(project: number, account: number, upTo: number): Step<void> {
      const query = db.build
        .updateTable('notifications')
        .set({ read: 1 })
        .where('project_id', '=', project)
        .where('account_id', '=', account)
      yield* settle(db.run(query.where('id', '<=', upTo)))
    },
  }
}
