import type { TaskInfo } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'

export interface TaskRow {
  readonly number: number
  readonly title: string
  readonly description: string
  readonly day: string
  readonly clock: string | null
  readonly due_at: number
  readonly priority: TaskInfo['priority']
  readonly responsible: number | null
  readonly client_id: number | null
  readonly order_number: number | null
  readonly board_column: number | null
  readonly position: number
  readonly status: TaskInfo['status']
  readonly author: number | null
  readonly author_name: string
  readonly attachments: string
  readonly revision: number
  readonly created_at: number
  readonly closed_at: number | null
  readonly test: number
  /** When its responsible is reminded of it; null: he was, or need not be. */
  readonly remind_at: number | null
}

export type TaskToRemind = TaskRow & { readonly project_id: number }

export type NewTask = Omit<TaskRow, 'number' | 'revision' | 'closed_at' | 'status' | 'position'>
export type TaskChange = Partial<Omit<TaskRow, 'number' | 'revision' | 'test' | 'created_at' | 'author' | 'author_name'>>

export interface TasksQuestion {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Null: free ones. */
  readonly responsible?: number | null | undefined
  readonly client?: number | undefined
  readonly order?: number | undefined
  /** Null: those in no column. */
  readonly column?: number | null | undefined
  readonly status?: 'open' | 'done' | 'overdue' | undefined
  readonly priority?: TaskRow['priority'] | undefined
  readonly q?: string | undefined
}

/** Whose tasks somebody may see: his own and free ones, or everybody's. */
export interface TasksOf {
  readonly project: number
  readonly account: number
  readonly others: boolean
  readonly now: number
}

export type TasksStore = ReturnType<typeof tasksStore>

/** Tasks by their number (crm-and-tasks, section 8). */
export function tasksStore(db: Db) {
  const numbers = numbersOf(db)
  function* find(project: number, number: number): Step<TaskRow | undefined> {
    const query = db.build.selectFrom('tasks').selectAll().where('project_id', '=', project).where('number', '=', number)
    return yield* settle(db.first<TaskRow>(query))
  }

  const seen = ({ project, account, others }: TasksOf) => {
    const query = db.build.selectFrom('tasks').where('project_id', '=', project).where('test', '=', 0)
    if (others) return query
    return query.where(({ eb, or }) => or([eb('responsible', '=', account), eb('responsible', 'is', null), eb('author', '=', account)]))
  }

  return {
    find,

    /** By day and time, `limit` of them. */
    *list(of: TasksOf, asked: TasksQuestion, limit: number): Step<TaskRow[]> {
      const { from, to, responsible, client, order, column, status, priority, q } = asked
      let query = seen(of).selectAll()
      if (from !== undefined) query = query.where('day', '>=', from)
      if (to !== undefined) query = query.where('day', '<=', to)
      if (responsible !== undefined) query = query.where('responsible', responsible === null ? 'is' : '=', responsible)
      if (client !== undefined) query = query.where('client_id', '=', client)
      if (order !== undefined) query = query.where('order_number', '=', order)
      if (column !== undefined) query = query.where('board_column', column === null ? 'is' : '=', column)
      if (priority !== undefined) query = query.where('priority', '=', priority)
      if (status !== undefined) query = query.where('status', '=', status === 'done' ? 'done' : 'open')
      if (status === 'overdue') query = query.where('due_at', '<', of.now)
      if (q) query = query.where(sql<boolean>`title like ${`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`)
      return yield* settle(db.all<TaskRow>(query.orderBy('day').orderBy('due_at').orderBy('position').orderBy('number').limit(limit)))
    },

    *count(of: TasksOf, today: string): Step<{ open: number; mine: number; today: number; overdue: number }> {
      const query = seen(of)
        .select([
          sql<number>`count(*)`.as('open'),
          sql<number>`coalesce(sum(case when responsible = ${of.account} then 1 else 0 end), 0)`.as('mine'),
          sql<number>`coalesce(sum(case when responsible = ${of.account} and day <= ${today} then 1 else 0 end), 0)`.as('today'),
          sql<number>`coalesce(sum(case when due_at < ${of.now} then 1 else 0 end), 0)`.as('overdue'),
        ])
        .where('status', '=', 'open')
      const row = yield* settle(db.first<{ open: number; mine: number; today: number; overdue: number }>(query))
      return {
        open: Number(row?.open ?? 0),
        mine: Number(row?.mine ?? 0),
        today: Number(row?.today ?? 0),
        overdue: Number(row?.overdue ?? 0),
      }
    },

    /** Open tasks of these clients (or orders). */
    *badges(of: TasksOf, column: 'client_id' | 'order_number', numbers: readonly number[]): Step<Record<string, number>> {
      if (!numbers.length) return {}
      const query = seen(of)
        .select([column, sql<number>`count(*)`.as('count')])
        .where('status', '=', 'open')
        .where(column, 'in', numbers)
        .groupBy(column)
      const rows = yield* settle(db.all<{ client_id?: number | null; order_number?: number | null; count: number }>(query))
      return Object.fromEntries(rows.map((row) => [String(row[column]), Number(row.count)]))
    },

    *add(project: number, task: NewTask): Step<number> {
      const number = yield* numbers.take(project, 'task')
      const row = { ...task, project_id: project, number, revision: 1, closed_at: null, status: 'open' as const, position: number }
      yield* settle(db.run(db.build.insertInto('tasks').values(row)))
      return number
    },

    /** With `revision`: only while nobody else changed it. False: somebody did, or it is gone. */
    *update(project: number, number: number, change: TaskChange, revision?: number): Step<boolean> {
      let query = db.build
        .updateTable('tasks')
        .set(change)
        .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
        .where('project_id', '=', project)
        .where('number', '=', number)
      if (revision !== undefined) query = query.where('revision', '=', revision)
      return (yield* settle(db.run(query))).changes === 1
    },

    *nextReminder(): Step<number | undefined> {
      const query = db.build.selectFrom('tasks').select('remind_at').where('remind_at', 'is not', null).orderBy('remind_at').limit(1)
      return (yield* settle(db.first<{ remind_at: number }>(query)))?.remind_at
    },

    *toRemind(now: number, limit: number): Step<TaskToRemind[]> {
      const query = db.build.selectFrom('tasks').selectAll().where('remind_at', '<=', now).orderBy('remind_at').limit(limit)
      return yield* settle(db.all<TaskToRemind>(query))
    },

    /** Once: false, when another process did, or the task was moved meanwhile. */
    *reminded({ project_id, number, remind_at }: TaskToRemind): Step<boolean> {
      const query = db.build
        .updateTable('tasks')
        .set({ remind_at: null })
        .where('project_id', '=', project_id)
        .where('number', '=', number)
        .where('remind_at', '=', remind_at)
      return (yield* settle(db.run(query))).changes === 1
    },

    *delete(project: number, number: number): Step<boolean> {
      return (
        (yield* settle(db.run(db.build.deleteFrom('tasks').where('project_id', '=', project).where('number', '=', number)))).changes === 1
      )
    },
  }
}
