import type { Invitation } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import { idOf, type RoleRef } from '../roles/roles.store.ts'
import { hashOf, randomToken } from '../secrets/secrets.ts'

interface InvitationRow {
  id: number
  project_id: number
  role: 'administrator' | 'editor' | 'operator' | 'custom'
  role_id: number | null
  role_name: string | null
  email: string | null
  inviter_name: string | null
  inviter_email: string | null
  created_at: number
  expires_at: number
}

export interface NewInvitation {
  readonly project: number
  readonly role: RoleRef
  readonly email: string | null
  readonly by: number | null
  readonly expiresAt: number
}

export type InvitationsStore = ReturnType<typeof invitationsStore>

export function invitationsStore(db: Db) {
  const { build } = db
  const open = (now: number) =>
    build
      .selectFrom('invitations')
      .innerJoin('projects', 'projects.id', 'invitations.project_id')
      .leftJoin('roles', 'roles.id', 'invitations.role_id')
      .leftJoin('accounts', 'accounts.id', 'invitations.created_by')
      .select([
        'invitations.id',
        'invitations.project_id',
        'invitations.role',
        'invitations.role_id',
        'roles.name as role_name',
        'invitations.email',
        'accounts.name as inviter_name',
        'accounts.email as inviter_email',
        'invitations.created_at',
        'invitations.expires_at',
      ])
      .where('invitations.expires_at', '>', now)
      .where('projects.deleted_at', 'is', null)

  return {
    *list(project: number, now: number): Step<Invitation[]> {
      const query = open(now).where('invitations.project_id', '=', project).orderBy('invitations.id', 'desc')
      return (yield* settle(db.all<InvitationRow>(query))).map(toInvitation)
    },

    /** Throws `invitation-not-found`. */
    *find(project: number, id: number, now: number): Step<Invitation> {
      const query = open(now).where('invitations.project_id', '=', project).where('invitations.id', '=', id)
      const row = yield* settle(db.first<InvitationRow>(query))
      if (!row) throw failure('invitation-not-found', id)
      return toInvitation(row)
    },

    /** `token` goes into the link and is kept nowhere else. */
    *insert({ project, role: { role, role_id }, email, by, expiresAt }: NewInvitation, now: number): Step<{ id: number; token: string }> {
      const token = randomToken()
      if (role === 'owner') throw failure('owner-stays')
      const values = {
        project_id: project,
        hash: hashOf(token),
        role,
        role_id,
        email,
        created_by: by,
        created_at: now,
        expires_at: expiresAt,
      }
      yield* settle(db.run(build.deleteFrom('invitations').where('expires_at', '<=', now)))
      const made = yield* settle(db.first<{ id: number }>(build.insertInto('invitations').values(values).returning('id')))
      return { id: made?.id ?? 0, token }
    },

    *revoke(project: number, id: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('invitations').where('project_id', '=', project).where('id', '=', id)))
    },

    /** What a link is for. Throws `wrong-link`. */
    *lookAt(token: string, now: number): Step<{ project: number; invitation: Invitation; role: RoleRef }> {
      const row = yield* settle(db.first<InvitationRow>(open(now).where('invitations.hash', '=', hashOf(token))))
      if (!row) throw failure('wrong-link')
      return { project: row.project_id, invitation: toInvitation(row), role: row }
    },

    /** Uses the link up; the second of two calls at the same moment gets `wrong-link`. */
    *take(token: string): Step<void> {
      const { changes } = yield* settle(db.run(build.deleteFrom('invitations').where('hash', '=', hashOf(token))))
      if (changes !== 1) throw failure('wrong-link')
    },
  }
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  role: { id: idOf(row), name: row.role_name ?? '' },
  email: row.email,
  createdBy: row.inviter_name || row.inviter_email || '',
  createdAt: new Date(row.created_at).toISOString(),
  expiresAt: new Date(row.expires_at).toISOString(),
})
