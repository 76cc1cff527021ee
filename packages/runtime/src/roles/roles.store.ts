import { fixedPermissions, fixedRoles, permissionsSchema, type FixedRole, type Permissions, type Role } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'

/** A role as rows refer to it: a fixed one by name, one made by hand by its number. */
export interface RoleRef {
  readonly role: FixedRole | 'custom'
  readonly role_id: number | null
}

export interface KnownRole {
  readonly id: string
  /** Empty for the fixed ones: pages name them in their language. */
  readonly name: string
  readonly permissions: Permissions
}

export const idOf = ({ role, role_id }: RoleRef): string => (role === 'custom' ? String(role_id) : role)

export const isFixed = (id: string): id is FixedRole => fixedRoles.some((role) => role === id)

export const refOf = (id: string): RoleRef => (isFixed(id) ? { role: id, role_id: null } : { role: 'custom', role_id: Number(id) })

/** What is stored of permissions, whichever version wrote it: a section that was not known then stays closed. */
export function readPermissions(text: string): Permissions {
  const stored: unknown = JSON.parse(text)
  const sections = typeof stored === 'object' && stored !== null && 'sections' in stored ? stored.sections : {}
  const rights = typeof stored === 'object' && stored !== null && 'rights' in stored ? stored.rights : []
  const closed = Object.fromEntries(Object.keys(fixedPermissions.owner.sections).map((section) => [section, 'none']))
  return permissionsSchema.parse({ sections: { ...closed, ...Object(sections) }, rights })
}

interface RoleRow {
  id: number
  name: string
  permissions: string
}

export type RolesStore = ReturnType<typeof rolesStore>

export function rolesStore(db: Db) {
  const { build } = db
  const ofProject = (project: number) => build.selectFrom('roles').select(['id', 'name', 'permissions']).where('project_id', '=', project)

  function* find(project: number, id: string): Step<KnownRole> {
    if (isFixed(id)) return { id, name: '', permissions: fixedPermissions[id] }
    const row = yield* settle(db.first<RoleRow>(ofProject(project).where('id', '=', Number(id))))
    if (!row) throw failure('role-not-found', id)
    return { id, name: row.name, permissions: readPermissions(row.permissions) }
  }

  function* inUse(project: number): Step<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>()
    const holders = [
      ...(yield* settle(db.all<RoleRef>(build.selectFrom('members').select(['role', 'role_id']).where('project_id', '=', project)))),
      ...(yield* settle(db.all<RoleRef>(build.selectFrom('invitations').select(['role', 'role_id']).where('project_id', '=', project)))),
    ]
    for (const holder of holders) counts.set(idOf(holder), (counts.get(idOf(holder)) ?? 0) + 1)
    return counts
  }

  return {
    /** Throws `role-not-found`, also for a role of another project. */
    find,
    inUse,

    *list(project: number): Step<Role[]> {
      const used = yield* inUse(project)
      const rows = yield* settle(db.all<RoleRow>(ofProject(project).orderBy('name').orderBy('id')))
      const fixed = fixedRoles.map((id): Role => ({
        id,
        fixed: id,
        name: '',
        permissions: copy(fixedPermissions[id]),
        inUse: used.get(id) ?? 0,
      }))
      const own = rows.map(({ id, name, permissions }): Role => ({
        id: String(id),
        fixed: null,
        name,
        permissions: copy(readPermissions(permissions)),
        inUse: used.get(String(id)) ?? 0,
      }))
      return [...fixed, ...own]
    },

    /** Throws `role-name-taken`. */
    *insert(project: number, name: string, permissions: Permissions, now: number): Step<string> {
      const query = build
        .insertInto('roles')
        .values({ project_id: project, name, permissions: JSON.stringify(permissions), created_at: now })
        .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
        .returning('id')
      const made = yield* settle(db.first<{ id: number }>(query))
      if (!made) throw failure('role-name-taken')
      return String(made.id)
    },

    *update(project: number, id: string, name: string, permissions: Permissions): Step<void> {
      const taken = yield* settle(db.first(ofProject(project).where('name', '=', name).where('id', '!=', Number(id))))
      if (taken) throw failure('role-name-taken')
      const query = build.updateTable('roles').set({ name, permissions: JSON.stringify(permissions) })
      yield* settle(db.run(query.where('project_id', '=', project).where('id', '=', Number(id))))
    },

    /** Throws `role-in-use`. Invitations that have expired are no use of it. */
    *remove(project: number, id: string, now: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('invitations').where('project_id', '=', project).where('expires_at', '<=', now)))
      const used = (yield* inUse(project)).get(id) ?? 0
      if (used) throw failure('role-in-use', used)
      yield* settle(db.run(build.deleteFrom('roles').where('project_id', '=', project).where('id', '=', Number(id))))
    },
  }
}

const copy = ({ sections, rights }: Permissions): Role['permissions'] => ({ sections: { ...sections }, rights: [...rights] })
