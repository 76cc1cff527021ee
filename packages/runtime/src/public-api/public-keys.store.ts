import { publicPermissions, type PublicKey, type PublicPermission } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { readOnce } from '../db/read-once.ts'
import { failure } from '../errors.ts'
import { endingOf, hashOf } from '../secrets/secrets.ts'

/** The last use of a key is written at most so often. */
const writtenEveryMs = 60_000

export interface PublicKeyRow {
  readonly id: number
  readonly project_id: number
  readonly sealed: string
  readonly name: string
  readonly permissions: string
  readonly main: number
  readonly ending: string
  readonly created_by: string
  readonly created_at: number
  readonly last_used_at: number | null
}

/** A key that somebody showed. */
export interface ShownKey {
  readonly id: number
  readonly project: number
  readonly name: string
  readonly permissions: ReadonlySet<PublicPermission>
  /** Its last use should be written anew. */
  readonly stale: boolean
}

export type PublicKeysStore = ReturnType<typeof publicKeysStore>

/** Rows of the keys of the project API (http-api, section 1.1). They are random, so a fast hash finds them. */
export function publicKeysStore(db: Db) {
  const { build } = db
  const columns = [
    'id',
    'project_id',
    'sealed',
    'name',
    'permissions',
    'main',
    'ending',
    'created_by',
    'created_at',
    'last_used_at',
  ] as const
  const byHash = db.prepare((build, { hash }: { hash: string }) =>
    build
      .selectFrom('public_keys')
      .innerJoin('projects', 'projects.id', 'public_keys.project_id')
      .select(['public_keys.id', 'public_keys.project_id', 'public_keys.name', 'public_keys.permissions', 'public_keys.last_used_at'])
      .where('public_keys.hash', '=', hash)
      .where('projects.deleted_at', 'is', null),
  )
  const ofProject = (project: number) => build.selectFrom('public_keys').select(columns).where('project_id', '=', project)
  const one = (project: number, id: number) => build.updateTable('public_keys').where('project_id', '=', project).where('id', '=', id)

  return {
    /** Undefined: there is no such key, or its project is in the bin. */
    *present(secret: string, now: number): Step<ShownKey | undefined> {
      const row = yield* settle(byHash.first({ hash: hashOf(secret) }))
      if (!row) return undefined
      const { id, project_id: project, name, last_used_at } = row
      const stale = last_used_at === null || now - last_used_at >= writtenEveryMs
      return { id, project, name, permissions: permissionsOf(row.permissions), stale }
    },

    *used(id: number, now: number): Step<void> {
      yield* settle(db.run(build.updateTable('public_keys').set({ last_used_at: now }).where('id', '=', id)))
    },

    *list(project: number): Step<PublicKeyRow[]> {
      return yield* settle(db.all<PublicKeyRow>(ofProject(project).orderBy('id')))
    },

    /** Throws `key-not-found`. */
    *find(project: number, id: number): Step<PublicKeyRow> {
      const row = yield* settle(db.first<PublicKeyRow>(ofProject(project).where('id', '=', id)))
      if (!row) throw failure('key-not-found', id)
      return row
    },

    *main(project: number): Step<PublicKeyRow | undefined> {
      return yield* settle(db.first<PublicKeyRow>(ofProject(project).where('main', '=', 1)))
    },

    /** `secret` is kept sealed alone. */
    *insert(
      key: { project: number; name: string; permissions: readonly PublicPermission[]; main: boolean; by: string; secret: string },
      sealed: string,
      now: number,
    ): Step<number> {
      const values = {
        project_id: key.project,
        hash: hashOf(key.secret),
        sealed,
        name: key.name,
        permissions: JSON.stringify(key.permissions),
        main: Number(key.main),
        ending: endingOf(key.secret),
        created_by: key.by,
        created_at: now,
        last_used_at: null,
      }
      return (yield* settle(db.first<{ id: number }>(build.insertInto('public_keys').values(values).returning('id'))))?.id ?? 0
    },

    *change(project: number, id: number, fields: { name?: string; permissions?: string }): Step<void> {
      if (Object.keys(fields).length) yield* settle(db.run(one(project, id).set(fields)))
    },

    /** In place of the one that was. */
    *makeMain(project: number, id: number): Step<void> {
      yield* settle(db.run(build.updateTable('public_keys').set({ main: 0 }).where('project_id', '=', project).where('main', '=', 1)))
      yield* settle(db.run(one(project, id).set({ main: 1 })))
    },

    *remove(project: number, id: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('public_keys').where('project_id', '=', project).where('id', '=', id)))
    },
  }
}

export function readPermissions(stored: string): PublicPermission[] {
  const listed: unknown = JSON.parse(stored)
  return publicPermissions.filter((each) => Array.isArray(listed) && listed.includes(each))
}

const permissionsOf = readOnce((stored): ReadonlySet<PublicPermission> => new Set(readPermissions(stored)))

export const toPublicKey = (row: PublicKeyRow): PublicKey => ({
  id: row.id,
  name: row.name,
  permissions: readPermissions(row.permissions),
  main: row.main === 1,
  ending: row.ending,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at).toISOString(),
  lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
})
