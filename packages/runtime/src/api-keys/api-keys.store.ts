import type { ApiKey, Permissions } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import { readPermissions } from '../roles/roles.store.ts'
import { endingOf, hashOf, randomToken } from '../secrets/secrets.ts'

/** The last use of a key is written at most so often. */
const writtenEveryMs = 60_000

interface KeyRow {
  id: number
  project_id: number
  name: string
  permissions: string
  ending: string
  created_by: string
  created_at: number
  expires_at: number | null
  last_used_at: number | null
}

export interface PresentedKey {
  readonly id: number
  readonly project: number
  readonly name: string
  readonly permissions: Permissions
  /** Its last use should be written anew. */
  readonly stale: boolean
}

export type ApiKeysStore = ReturnType<typeof apiKeysStore>

/** Keys are random, so a fast hash of them is safe to keep, and a call costs no more for it. */
export function apiKeysStore(db: Db) {
  const { build } = db
  const columns = ['id', 'project_id', 'name', 'permissions', 'ending', 'created_by', 'created_at', 'expires_at', 'last_used_at'] as const
  const byHash = db.prepare<{ hash: string }, KeyRow>((db, { hash }) =>
    db
      .selectFrom('api_keys')
      .innerJoin('projects', 'projects.id', 'api_keys.project_id')
      .select(columns.map((column) => `api_keys.${column}` as const))
      .where('api_keys.hash', '=', hash)
      .where('projects.deleted_at', 'is', null),
  )
  const ofProject = (project: number) => build.selectFrom('api_keys').select(columns).where('project_id', '=', project)

  return {
    /** Whom a key stands for, as things are now; undefined: it was revoked, has expired, or its project is in the bin. */
    *present(secret: string, now: number): Step<PresentedKey | undefined> {
      const row = yield* settle(byHash.first({ hash: hashOf(secret) }))
      if (!row || (row.expires_at !== null && row.expires_at <= now)) return undefined
      const { id, project_id: project, name, permissions, last_used_at } = row
      const stale = last_used_at === null || now - last_used_at >= writtenEveryMs
      return { id, project, name, permissions: readPermissions(permissions), stale }
    },

    *used(id: number, now: number): Step<void> {
      yield* settle(db.run(build.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', id)))
    },

    *list(project: number): Step<ApiKey[]> {
      return (yield* settle(db.all<KeyRow>(ofProject(project).orderBy('id', 'desc')))).map(toKey)
    },

    /** Throws `key-not-found`. */
    *find(project: number, id: number): Step<ApiKey> {
      const row = yield* settle(db.first<KeyRow>(ofProject(project).where('id', '=', id)))
      if (!row) throw failure('key-not-found', id)
      return toKey(row)
    },

    /** `secret` is kept nowhere else. */
    *insert(
      key: { project: number; name: string; permissions: Permissions; by: string; expiresAt: number | null },
      now: number,
    ): Step<{ id: number; secret: string }> {
      const secret = `vk_${randomToken()}`
      const values = {
        project_id: key.project,
        hash: hashOf(secret),
        name: key.name,
        permissions: JSON.stringify(key.permissions),
        ending: endingOf(secret),
        created_by: key.by,
        created_at: now,
        expires_at: key.expiresAt,
        last_used_at: null,
      }
      const made = yield* settle(db.first<{ id: number }>(build.insertInto('api_keys').values(values).returning('id')))
      return { id: made?.id ?? 0, secret }
    },

    *rename(project: number, id: number, name: string): Step<void> {
      yield* settle(db.run(build.updateTable('api_keys').set({ name }).where('project_id', '=', project).where('id', '=', id)))
    },

    *revoke(project: number, id: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('api_keys').where('project_id', '=', project).where('id', '=', id)))
    },
  }
}

const toKey = (row: KeyRow): ApiKey => {
  const { sections, rights } = readPermissions(row.permissions)
  return {
    id: row.id,
    name: row.name,
    scopes: { sections: { ...sections }, rights: [...rights] },
    ending: row.ending,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
  }
}
