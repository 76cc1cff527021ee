import type { PublicKey, PublicPermission, Right, Section } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { randomBytes } from 'node:crypto'
import type { Audit } from '../audit/audit.store.ts'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { Clock } from '../worker/contract.ts'
import type { MainKeys } from './main-keys.ts'
import { readPermissions, toPublicKey, type PublicKeysStore } from './public-keys.store.ts'

/** What of a role a permission of a key opens: nobody gives away more than he has. */
const opened: Readonly<Record<PublicPermission, { section: Section; level: 'view' | 'edit'; right?: Right }>> = {
  'clients.read': { section: 'clients', level: 'view' },
  'clients.write': { section: 'clients', level: 'edit' },
  'crm.read': { section: 'orders', level: 'view' },
  'crm.write': { section: 'orders', level: 'edit' },
  'clients.delete': { section: 'clients', level: 'edit', right: 'clients.delete' },
}

export type PublicKeys = ReturnType<typeof createPublicKeys>

interface Parts {
  readonly db: Db
  readonly clock: Clock
  readonly audit: Audit
  readonly keys: PublicKeysStore
  readonly mainKeys: MainKeys
}

/** Keys of the project API as people work on them (http-api, section 1.1). */
export function createPublicKeys({ db, clock, audit, keys, mainKeys }: Parts) {
  function mustHave(actor: Actor, permissions: readonly PublicPermission[]): void {
    const has = ({ section, level, right }: (typeof opened)[PublicPermission]) =>
      actor.may(section, level) && (right === undefined || actor.has(right))
    if (!permissions.every((each) => has(opened[each]))) throw failure('more-than-yours')
  }

  /** One change in one transaction; what scripts read as the main key may be another one then. */
  async function change<T>(project: number, work: () => Step<T>): Promise<T> {
    const outcome = await db.transaction(work)
    mainKeys.invalidate(project)
    return outcome
  }

  return {
    list: (project: number): Promise<PublicKey[]> =>
      db.transaction(function* () {
        return (yield* keys.list(project)).map(toPublicKey)
      }),

    create: (actor: Actor, project: number, { name, permissions }: { name: string; permissions: readonly PublicPermission[] }) =>
      change(project, function* () {
        mustHave(actor, permissions)
        // Hex, as clients of the original expect a key to look.
        const secret = randomBytes(24).toString('hex')
        const main = (yield* keys.main(project)) === undefined
        const id = yield* keys.insert(
          { project, name, permissions, main, by: actor.name, secret },
          mainKeys.seal(project, secret),
          clock.now(),
        )
        yield* audit(actor, { action: 'key.created', project, subject: name, after: { permissions } })
        return { key: toPublicKey(yield* keys.find(project, id)), secret }
      }),

    update: (
      actor: Actor,
      project: number,
      id: number,
      asked: { name?: string | undefined; permissions?: readonly PublicPermission[] | undefined; main?: true | undefined },
    ): Promise<PublicKey> =>
      change(project, function* () {
        const { name, permissions, main } = asked
        const before = yield* keys.find(project, id)
        if (permissions) mustHave(actor, permissions)
        yield* keys.change(project, id, {
          ...(name !== undefined && { name }),
          ...(permissions && { permissions: JSON.stringify(permissions) }),
        })
        if (main) yield* keys.makeMain(project, id)
        const was = { name: before.name, permissions: readPermissions(before.permissions), main: before.main === 1 }
        const after = toPublicKey(yield* keys.find(project, id))
        const now = { name: after.name, permissions: after.permissions, main: after.main }
        yield* audit(actor, { action: 'key.changed', project, subject: before.name, before: was, after: now })
        return after
      }),

    remove: (actor: Actor, project: number, id: number): Promise<void> =>
      change(project, function* () {
        const key = yield* keys.find(project, id)
        if (key.main === 1 && (yield* keys.list(project)).length > 1) throw failure('main-key')
        yield* keys.remove(project, id)
        const before = { permissions: readPermissions(key.permissions) }
        yield* audit(actor, { action: 'key.revoked', project, subject: key.name, before })
      }),
  }
}
