import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'

export interface StoredList {
  readonly number: number
  readonly name: string
  readonly folder: string
  readonly color: number
  readonly created_at: number
}

/** Of real people (`test` 0) or of the test chat: neither ever counts the other. */
export interface Members {
  readonly project: number
  readonly test: number
}

export type ListsStore = ReturnType<typeof listsStore>

/** Lists and who is in them (crm-and-tasks, section 9). */
export function listsStore(db: Db) {
  const numbers = numbersOf(db)
  function* find(project: number, number: number): Step<StoredList | undefined> {
    const query = db.build.selectFrom('lists').selectAll().where('project_id', '=', project).where('number', '=', number)
    return yield* settle(db.first<StoredList>(query))
  }

  function* known(project: number, numbers: readonly number[]): Step<number[]> {
    if (!numbers.length) return []
    const query = db.build.selectFrom('lists').select('number').where('project_id', '=', project).where('number', 'in', numbers)
    return (yield* settle(db.all<{ number: number }>(query))).map(({ number }) => number)
  }

  function* size({ project, test }: Members, numbers: readonly number[]): Step<number> {
    if (!numbers.length) return 0
    const query = db.build
      .selectFrom('list_members')
      .select(sql<number>`count(distinct client_id)`.as('count'))
      .where('project_id', '=', project)
      .where('list', 'in', numbers)
      .where('test', '=', test)
    return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
  }

  return {
    find,
    known,
    size,

    *all(project: number): Step<(StoredList & { members: number })[]> {
      const counts = yield* settle(
        db.all<{ list: number; count: number }>(
          db.build
            .selectFrom('list_members')
            .select(['list', sql<number>`count(*)`.as('count')])
            .where('project_id', '=', project)
            .where('test', '=', 0)
            .groupBy('list'),
        ),
      )
      const members = new Map(counts.map(({ list, count }) => [list, Number(count)]))
      const rows = yield* settle(
        db.all<StoredList>(db.build.selectFrom('lists').selectAll().where('project_id', '=', project).orderBy('number')),
      )
      return rows.map((row) => ({ ...row, members: members.get(row.number) ?? 0 }))
    },

    *create(project: number, fields: { name: string; folder?: string; color?: number; number?: number }, now: number): Step<number> {
      const { name, folder = '', color = 0 } = fields
      const number = yield* numbers.takeLike(project, 'list', fields.number ?? 0)
      yield* settle(db.run(db.build.insertInto('lists').values({ project_id: project, number, name, folder, color, created_at: now })))
      return number
    },

    /** The first of that name. */
    *findByName(project: number, name: string): Step<number | undefined> {
      const query = db.build
        .selectFrom('lists')
        .select('number')
        .where('project_id', '=', project)
        .where('name', '=', name)
        .orderBy('number')
        .limit(1)
      return (yield* settle(db.first<{ number: number }>(query)))?.number
    },

    *update(project: number, number: number, fields: { name?: string; folder?: string; color?: number }): Step<void> {
      if (!Object.keys(fields).length) return
      yield* settle(db.run(db.build.updateTable('lists').set(fields).where('project_id', '=', project).where('number', '=', number)))
    },

    *delete(project: number, number: number): Step<boolean> {
      yield* settle(db.run(db.build.deleteFrom('list_members').where('project_id', '=', project).where('list', '=', number)))
      return (
        (yield* settle(db.run(db.build.deleteFrom('lists').where('project_id', '=', project).where('number', '=', number)))).changes > 0
      )
    },

    /** True: he was not in it before. */
    *add({ project, test }: Members, list: number, client: number, now: number): Step<boolean> {
      const row = { project_id: project, list, client_id: client, test, added_at: now }
      const query = db.build
        .insertInto('list_members')
        .values(row)
        .onConflict((conflict) => conflict.columns(['project_id', 'list', 'client_id']).doNothing())
      return (yield* settle(db.run(query))).changes > 0
    },

    /** Gives the lists that he left. */
    *remove(project: number, lists: readonly number[] | 'all', client: number): Step<number[]> {
      let query = db.build.deleteFrom('list_members').where('project_id', '=', project).where('client_id', '=', client)
      if (lists !== 'all') query = query.where('list', 'in', lists.length ? lists : [0])
      return (yield* settle(db.all<{ list: number }>(query.returning('list')))).map(({ list }) => list)
    },

    *has(project: number, list: number, client: number): Step<boolean> {
      const query = db.build
        .selectFrom('list_members')
        .select('client_id')
        .where('project_id', '=', project)
        .where('list', '=', list)
        .where('client_id', '=', client)
      return (yield* settle(db.first<{ client_id: number }>(query))) !== undefined
    },

    *clear({ project, test }: Members, list: number): Step<number> {
      const query = db.build.deleteFrom('list_members').where('project_id', '=', project).where('list', '=', list).where('test', '=', test)
      return (yield* settle(db.run(query))).changes
    },

    *ofClient(project: number, client: number): Step<Map<number, string>> {
      const query = db.build
        .selectFrom('list_members')
        .innerJoin('lists', (join) =>
          join.onRef('lists.project_id', '=', 'list_members.project_id').onRef('lists.number', '=', 'list_members.list'),
        )
        .select(['lists.number', 'lists.name'])
        .where('list_members.client_id', '=', client)
        .where('list_members.project_id', '=', project)
        .orderBy('lists.number')
      return new Map((yield* settle(db.all<{ number: number; name: string }>(query))).map(({ number, name }) => [number, name]))
    },

    /** The member at that place when all stand in a row; `draw` from 0 to below 1. */
    *randomMember(members: Members, list: number, draw: number): Step<number | undefined> {
      const count = yield* size(members, [list])
      const query = db.build
        .selectFrom('list_members')
        .select('client_id')
        .where('project_id', '=', members.project)
        .where('list', '=', list)
        .where('test', '=', members.test)
        .orderBy('client_id')
        .limit(1)
        .offset(Math.floor(draw * count))
      return (yield* settle(db.first<{ client_id: number }>(query)))?.client_id
    },

    /** Members of real people, `limit` of them from a number on. */
    *members(project: number, list: number, after: number, limit: number): Step<number[]> {
      const query = db.build
        .selectFrom('list_members')
        .select('client_id')
        .where('project_id', '=', project)
        .where('list', '=', list)
        .where('test', '=', 0)
        .where('client_id', '>', after)
        .orderBy('client_id')
        .limit(limit)
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },
  }
}
