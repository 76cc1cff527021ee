import { includes, type Permissions, type Role } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { PeopleContext } from '../accounts/context.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { isFixed, type KnownRole } from './roles.store.ts'

export type Roles = ReturnType<typeof createRoles>

/** Roles made by hand. Nobody makes or changes one that opens more than he has himself. */
export function createRoles({ db, clock, roles, audit, live }: PeopleContext) {
  const refuseMore = (actor: Actor, permissions: Permissions) => {
    if (!actor.permissions || !includes(actor.permissions, permissions)) throw failure('more-than-yours')
  }

  function* changeable(actor: Actor, project: number, id: string): Step<KnownRole> {
    const role = yield* roles.find(project, id)
    if (isFixed(id)) throw failure('role-is-fixed')
    refuseMore(actor, role.permissions)
    return role
  }

  function* shown(project: number, id: string): Step<Role> {
    const role = (yield* roles.list(project)).find((each) => each.id === id)
    if (!role) throw failure('role-not-found', id)
    return role
  }

  return {
    list: (project: number) => db.transaction(() => roles.list(project)),

    async create(actor: Actor, project: number, { name, permissions }: { name: string; permissions: Permissions }): Promise<Role> {
      const role = await db.transaction(function* () {
        refuseMore(actor, permissions)
        const id = yield* roles.insert(project, name, permissions, clock.now())
        yield* audit(actor, { action: 'role.created', project, subject: name, after: permissions })
        return yield* shown(project, id)
      })
      live.publish(project, { type: 'members-changed' })
      return role
    },

    async update(
      actor: Actor,
      project: number,
      id: string,
      set: { name?: string | undefined; permissions?: Permissions | undefined },
    ): Promise<Role> {
      const role = await db.transaction(function* () {
        const before = yield* changeable(actor, project, id)
        const after = { name: set.name ?? before.name, permissions: set.permissions ?? before.permissions }
        refuseMore(actor, after.permissions)
        yield* roles.update(project, id, after.name, after.permissions)
        const was = { name: before.name, permissions: before.permissions }
        yield* audit(actor, { action: 'role.changed', project, subject: after.name, before: was, after })
        return yield* shown(project, id)
      })
      live.publish(project, { type: 'members-changed' })
      return role
    },

    async remove(actor: Actor, project: number, id: string): Promise<void> {
      await db.transaction(function* () {
        const { name, permissions } = yield* changeable(actor, project, id)
        yield* roles.remove(project, id, clock.now())
        yield* audit(actor, { action: 'role.deleted', project, subject: name, before: permissions })
      })
      live.publish(project, { type: 'members-changed' })
    },
  }
}
