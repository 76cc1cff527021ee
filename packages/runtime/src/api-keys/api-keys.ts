import { includes, type ApiKey, type Permissions } from '@voronka/api'
import type { Audit } from '../audit/audit.store.ts'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { Clock } from '../worker/contract.ts'
import type { ApiKeysStore } from './api-keys.store.ts'

export type ApiKeys = ReturnType<typeof createApiKeys>

/** Keys of programs (reliability-promises, P8.8). */
export function createApiKeys({ db, clock, audit, keys }: { db: Db; clock: Clock; audit: Audit; keys: ApiKeysStore }) {
  return {
    list: (project: number): Promise<ApiKey[]> => db.transaction(() => keys.list(project)),

    create: (actor: Actor, project: number, asked: { name: string; scopes: Permissions; expiresAt: string | null }) =>
      db.transaction(function* () {
        const { name, scopes } = asked
        if (!actor.permissions || !includes(actor.permissions, scopes)) throw failure('more-than-yours')
        const expiresAt = asked.expiresAt === null ? null : Date.parse(asked.expiresAt)
        if (expiresAt !== null && expiresAt <= clock.now()) throw failure('bad-request', 'expiresAt: A moment to come')
        const { id, secret } = yield* keys.insert({ project, name, permissions: scopes, by: actor.name, expiresAt }, clock.now())
        yield* audit(actor, { action: 'key.created', project, subject: name, after: { scopes, expiresAt: asked.expiresAt } })
        return { key: yield* keys.find(project, id), secret }
      }),

    rename: (actor: Actor, project: number, id: number, name: string): Promise<ApiKey> =>
      db.transaction(function* () {
        const before = yield* keys.find(project, id)
        yield* keys.rename(project, id, name)
        yield* audit(actor, { action: 'key.renamed', project, subject: name, before: before.name, after: name })
        return yield* keys.find(project, id)
      }),

    revoke: (actor: Actor, project: number, id: number): Promise<void> =>
      db.transaction(function* () {
        const { name, scopes } = yield* keys.find(project, id)
        yield* keys.revoke(project, id)
        yield* audit(actor, { action: 'key.revoked', project, subject: name, before: { scopes } })
      }),
  }
}
