import { fixedPermissions, type CallWay, type Me, type Member, type Permissions } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import { idOf, readPermissions, type RoleRef } from '../roles/roles.store.ts'

interface MemberRow extends RoleRef {
  account_id: number
  name: string
  phone: string
  position: string
  description: string
  extra: string
  call_way: CallWay['way']
  call_number: string
  call_record: string
  joined_at: number
  email: string
  account_name: string
  disabled: number
  last_seen_at: number | null
  role_name: string | null
}

interface MembershipRow extends RoleRef {
  name: string
  permissions: string | null
}

/** The fields of an employee's card that can be changed. */
export type Card = Pick<Member, 'name' | 'phone' | 'position' | 'description' | 'extra' | 'calls'>

/** What somebody is in a project, for each of his calls. */
export interface Membership {
  readonly owner: boolean
  /** Of his card; empty when he goes by the name of his account. */
  readonly name: string
  readonly permissions: Permissions
}

export type MembersStore = ReturnType<typeof membersStore>

export function membersStore(db: Db) {
  const { build } = db
  const membership = db.prepare<{ project: number; account: number }, MembershipRow & { deleted_at: number | null }>(
    (db, { project, account }) =>
      db
        .selectFrom('members')
        .innerJoin('projects', 'projects.id', 'members.project_id')
        .leftJoin('roles', 'roles.id', 'members.role_id')
        .select(['members.role', 'members.role_id', 'members.name', 'roles.permissions', 'projects.deleted_at'])
        .where('members.project_id', '=', project)
        .where('members.account_id', '=', account),
  )
  const ofProject = (project: number) =>
    build
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .leftJoin('roles', 'roles.id', 'members.role_id')
      .select([
        'members.account_id',
        'members.role',
        'members.role_id',
        'members.name',
        'members.phone',
        'members.position',
        'members.description',
        'members.extra',
        'members.call_way',
        'members.call_number',
        'members.call_record',
        'members.joined_at',
        'accounts.email',
        'accounts.name as account_name',
        'accounts.disabled',
        'accounts.last_seen_at',
        'roles.name as role_name',
      ])
      .where('members.project_id', '=', project)

  return {
    /** Undefined also for a project in the bin, unless that is what is asked for. */
    *membership(project: number, account: number, inBin = false): Step<Membership | undefined> {
      const row = yield* settle(membership.first({ project, account }))
      if (!row || (row.deleted_at !== null && !inBin)) return undefined
      return { owner: row.role === 'owner', name: row.name, permissions: permissionsOf(row) }
    },

    *list(project: number): Step<Member[]> {
      const rows = yield* settle(db.all<MemberRow>(ofProject(project).orderBy('members.joined_at').orderBy('members.account_id')))
      return rows.map(toMember)
    },

    /** Throws `member-not-found`. */
    *find(project: number, account: number): Step<Member> {
      const row = yield* settle(db.first<MemberRow>(ofProject(project).where('members.account_id', '=', account)))
      if (!row) throw failure('member-not-found', account)
      return toMember(row)
    },

    /** Throws `already-member`: the constraint decides. */
    *add(project: number, account: number, { role, role_id }: RoleRef, now: number): Step<void> {
      const values = {
        project_id: project,
        account_id: account,
        role,
        role_id,
        name: '',
        phone: '',
        position: '',
        description: '',
        extra: '[]',
      }
      const query = build.insertInto('members').values({ ...values, joined_at: now })
      const { changes } = yield* settle(db.run(query.onConflict((conflict) => conflict.columns(['project_id', 'account_id']).doNothing())))
      if (changes !== 1) throw failure('already-member')
    },

    *setRole(project: number, account: number, { role, role_id }: RoleRef): Step<void> {
      const query = build.updateTable('members').set({ role, role_id })
      yield* settle(db.run(query.where('project_id', '=', project).where('account_id', '=', account)))
    },

    *setCard(project: number, account: number, { extra, calls, ...texts }: Partial<Card>): Step<void> {
      const set = {
        ...texts,
        ...(extra && { extra: JSON.stringify(extra) }),
        ...(calls && { call_way: calls.way, call_number: calls.number, call_record: calls.record }),
      }
      if (!Object.keys(set).length) return
      yield* settle(db.run(build.updateTable('members').set(set).where('project_id', '=', project).where('account_id', '=', account)))
    },

    *remove(project: number, account: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('members').where('project_id', '=', project).where('account_id', '=', account)))
    },

    /** Projects of an account that are not in the bin. */
    *projectsOf(account: number): Step<Me['projects']> {
      const query = build
        .selectFrom('members')
        .innerJoin('projects', 'projects.id', 'members.project_id')
        .leftJoin('roles', 'roles.id', 'members.role_id')
        .select([
          'projects.id as project',
          'projects.name as project_name',
          'members.role',
          'members.role_id',
          'members.name',
          'roles.name as role_name',
          'roles.permissions',
        ])
        .where('members.account_id', '=', account)
        .where('projects.deleted_at', 'is', null)
        .orderBy('projects.updated_at', 'desc')
        .orderBy('projects.id', 'desc')
      type Row = MembershipRow & { project: number; project_name: string; role_name: string | null }
      return (yield* settle(db.all<Row>(query))).map((row) => {
        const { sections, rights } = permissionsOf(row)
        const role = { id: idOf(row), name: row.role_name ?? '' }
        return { id: row.project, name: row.project_name, role, permissions: { sections: { ...sections }, rights: [...rights] } }
      })
    },

    *projectName(project: number): Step<string> {
      return (yield* settle(db.first<{ name: string }>(build.selectFrom('projects').select('name').where('id', '=', project))))?.name ?? ''
    },

    /** Makes an account the owner of every project that has none: those made before there were accounts. */
    *adoptProjects(account: number, now: number): Step<void> {
      const owned = build.selectFrom('members').select('project_id').where('role', '=', 'owner')
      const orphans = yield* settle(
        db.all<{ id: number }>(build.selectFrom('projects').select('id').where('id', 'not in', owned).orderBy('id')),
      )
      for (const { id } of orphans) yield* this.add(id, account, { role: 'owner', role_id: null }, now)
    },
  }
}

const permissionsOf = ({ role, permissions }: Pick<MembershipRow, 'role' | 'permissions'>): Permissions =>
  role === 'custom' ? readPermissions(permissions ?? '{}') : fixedPermissions[role]

const toMember = (row: MemberRow): Member => ({
  account: row.account_id,
  email: row.email,
  shownName: row.name || row.account_name || row.email,
  name: row.name,
  phone: row.phone,
  position: row.position,
  description: row.description,
  extra: JSON.parse(row.extra),
  calls: { way: row.call_way, number: row.call_number, record: row.call_record },
  role: { id: idOf(row), name: row.role_name ?? '' },
  joinedAt: new Date(row.joined_at).toISOString(),
  lastSeenAt: row.last_seen_at === null ? null : new Date(row.last_seen_at).toISOString(),
  disabled: row.disabled === 1,
})
