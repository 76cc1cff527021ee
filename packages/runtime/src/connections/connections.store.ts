import { settle, type Step } from '@voronka/flow/engine'
import type { Insertable, Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type ConnectionRow = Selectable<Schema['connections']>

export type ConnectionsStore = ReturnType<typeof connectionsStore>

/** What projects are connected to, as it is stored. */
export function connectionsStore(db: Db) {
  const all = () => db.build.selectFrom('connections').selectAll()
  const first = db.prepare((build, key: { project: number; kind: string }) =>
    build
      .selectFrom('connections')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('kind', '=', key.kind)
      .where('enabled', '=', 1)
      .orderBy('id')
      .limit(1),
  )
  const byHash = db.prepare((build, key: { hash: string }) =>
    build.selectFrom('connections').selectAll().where('inbound_hash', '=', key.hash),
  )
  return {
    *list(project: number): Step<ConnectionRow[]> {
      return yield* settle(db.all<ConnectionRow>(all().where('project_id', '=', project).orderBy('id')))
    },

    *find(project: number, id: number): Step<ConnectionRow | undefined> {
      return yield* settle(db.first<ConnectionRow>(all().where('project_id', '=', project).where('id', '=', id)))
    },

    *byId(id: number): Step<ConnectionRow | undefined> {
      return yield* settle(db.first<ConnectionRow>(all().where('id', '=', id)))
    },

    /** The one that scripts reach by the name of its kind: the oldest that is switched on. */
    *first(project: number, kind: string): Step<ConnectionRow | undefined> {
      return yield* settle(first.first({ project, kind }))
    },

    *byInbound(hash: string): Step<ConnectionRow | undefined> {
      return yield* settle(byHash.first({ hash }))
    },

    *enabledOf(kind: string): Step<ConnectionRow[]> {
      return yield* settle(db.all<ConnectionRow>(all().where('kind', '=', kind).where('enabled', '=', 1).orderBy('id')))
    },

    *add(row: Insertable<Schema['connections']>): Step<ConnectionRow> {
      const added = yield* settle(db.first<ConnectionRow>(db.build.insertInto('connections').values(row).returningAll()))
      if (!added) throw new Error('A row was not returned.')
      return added
    },

    *change(
      id: number,
      fields: Partial<Pick<ConnectionRow, 'name' | 'enabled' | 'settings' | 'secrets' | 'inbound' | 'checked'>>,
    ): Step<void> {
      if (Object.keys(fields).length) yield* settle(db.run(db.build.updateTable('connections').set(fields).where('id', '=', id)))
    },

    *remove(id: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('connections').where('id', '=', id)))
    },
  }
}
