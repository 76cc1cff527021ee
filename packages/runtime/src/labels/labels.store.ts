import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'
import { numbersOf } from '../db/numbers.ts'
import type { Members } from '../lists/lists.store.ts'

export interface StoredLabel {
  readonly number: number
  readonly name: string
  readonly color: number
}

export type LabelsStore = ReturnType<typeof labelsStore>

/** Labels and who has them (crm-and-tasks, section 10). */
export function labelsStore(db: Db) {
  const numbers = numbersOf(db)
  function* findByName(project: number, name: string): Step<number | undefined> {
    const query = db.build.selectFrom('labels').select('number').where('project_id', '=', project).where('name', '=', name)
    return (yield* settle(db.first<{ number: number }>(query)))?.number
  }

  return {
    findByName,

    *find(project: number, number: number): Step<StoredLabel | undefined> {
      const query = db.build
        .selectFrom('labels')
        .select(['number', 'name', 'color'])
        .where('project_id', '=', project)
        .where('number', '=', number)
      return yield* settle(db.first<StoredLabel>(query))
    },

    *all(project: number): Step<(StoredLabel & { clients: number })[]> {
      const counts = yield* settle(
        db.all<{ label: number; count: number }>(
          db.build
            .selectFrom('label_members')
            .select(['label', sql<number>`count(*)`.as('count')])
            .where('project_id', '=', project)
            .where('test', '=', 0)
            .groupBy('label'),
        ),
      )
      const clients = new Map(counts.map(({ label, count }) => [label, Number(count)]))
      const rows = yield* settle(
        db.all<StoredLabel>(
          db.build.selectFrom('labels').select(['number', 'name', 'color']).where('project_id', '=', project).orderBy('number'),
        ),
      )
      return rows.map((row) => ({ ...row, clients: clients.get(row.number) ?? 0 }))
    },

    /** Undefined: the name exists. */
    *create(project: number, { name, color, number: asked }: { name: string; color: number; number?: number }): Step<number | undefined> {
      // A name that is taken costs no number.
      if ((yield* findByName(project, name)) !== undefined) return undefined
      const number = yield* numbers.takeLike(project, 'label', asked ?? 0)
      const query = db.build
        .insertInto('labels')
        .values({ project_id: project, number, name, color })
        .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
      return (yield* settle(db.run(query))).changes ? number : undefined
    },

    *update(project: number, number: number, fields: { name?: string; color?: number }): Step<void> {
      if (!Object.keys(fields).length) return
      yield* settle(db.run(db.build.updateTable('labels').set(fields).where('project_id', '=', project).where('number', '=', number)))
    },

    *delete(project: number, number: number): Step<boolean> {
      yield* settle(db.run(db.build.deleteFrom('label_members').where('project_id', '=', project).where('label', '=', number)))
      return (
        (yield* settle(db.run(db.build.deleteFrom('labels').where('project_id', '=', project).where('number', '=', number)))).changes > 0
      )
    },

    /** True: he did not have it. */
    *add({ project, test }: Members, label: number, client: number): Step<boolean> {
      const query = db.build
        .insertInto('label_members')
        .values({ project_id: project, label, client_id: client, test })
        .onConflict((conflict) => conflict.columns(['project_id', 'label', 'client_id']).doNothing())
      return (yield* settle(db.run(query))).changes > 0
    },

    /** Gives those that he had. */
    *remove(project: number, labels: readonly number[], client: number): Step<number[]> {
      const query = db.build
        .deleteFrom('label_members')
        .where('project_id', '=', project)
        .where('client_id', '=', client)
        .where('label', 'in', labels.length ? labels : [0])
        .returning('label')
      return (yield* settle(db.all<{ label: number }>(query))).map(({ label }) => label)
    },

    *clear({ project, test }: Members, label: number): Step<number> {
      const query = db.build
        .deleteFrom('label_members')
        .where('project_id', '=', project)
        .where('label', '=', label)
        .where('test', '=', test)
      return (yield* settle(db.run(query))).changes
    },

    *count({ project, test }: Members, label: number): Step<number> {
      const query = db.build
        .selectFrom('label_members')
        .select(sql<number>`count(*)`.as('count'))
        .where('project_id', '=', project)
        .where('label', '=', label)
        .where('test', '=', test)
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },

    *ofClient(project: number, client: number): Step<Map<number, string>> {
      const query = db.build
        .selectFrom('label_members')
        .innerJoin('labels', (join) =>
          join.onRef('labels.project_id', '=', 'label_members.project_id').onRef('labels.number', '=', 'label_members.label'),
        )
        .select(['labels.number', 'labels.name'])
        .where('label_members.client_id', '=', client)
        .where('label_members.project_id', '=', project)
        .orderBy('labels.number')
      return new Map((yield* settle(db.all<{ number: number; name: string }>(query))).map(({ number, name }) => [number, name]))
    },

    *clientsWithAll({ project, test }: Members, labels: readonly number[]): Step<number[]> {
      const wanted = [...new Set(labels)]
      if (!wanted.length) return []
      const query = db.build
        .selectFrom('label_members')
        .select('client_id')
        .where('project_id', '=', project)
        .where('label', 'in', wanted)
        .where('test', '=', test)
        .groupBy('client_id')
        .having(sql`count(*)`, '=', wanted.length)
        .orderBy('client_id')
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },
  }
}
