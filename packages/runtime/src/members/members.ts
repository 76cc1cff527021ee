import { includes, type Invitation, type Member } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { emailKey } from '../accounts/accounts.store.ts'
import { actorOfAccount, type PeopleContext } from '../accounts/context.ts'
import { checkOwnPassword } from '../accounts/own-password.ts'
import type { Where } from '../accounts/sessions.store.ts'
import { beginSession, type SignedIn } from '../accounts/sign-in.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { refOf } from '../roles/roles.store.ts'
import type { Card } from './members.store.ts'

const dayMs = 24 * 3_600_000

export type Members = ReturnType<typeof createMembers>

/** The people of a project: who may what changes at once, also for pages that are open. */
export function createMembers(people: PeopleContext) {
  const { db, clock, passwords, accounts, members, roles, invitations, audit, live } = people

  const tell = (project: number) => live.publish(project, { type: 'members-changed' })

  /** Nobody gives or takes away more than he has. */
  function* refuseMore(actor: Actor, project: number, role: string): Step<void> {
    const { permissions } = yield* roles.find(project, role)
    if (!actor.permissions || !includes(actor.permissions, permissions)) throw failure('more-than-yours')
  }

  /** A member whom this actor may change. */
  function* changeable(actor: Actor, project: number, account: number): Step<Member> {
    const member = yield* members.find(project, account)
    if (member.role.id === 'owner') throw failure('owner-stays')
    yield* refuseMore(actor, project, member.role.id)
    return member
  }

  function* join(token: string, account: { id: number; email: string; name: string }, where: Where): Step<number> {
    const { project, invitation, role } = yield* invitations.lookAt(token, clock.now())
    if (invitation.email !== null && emailKey(invitation.email) !== emailKey(account.email)) throw failure('for-somebody-else')
    yield* invitations.take(token)
    yield* members.add(project, account.id, role, clock.now())
    yield* audit(actorOfAccount(account, where), {
      action: 'member.joined',
      project,
      subject: account.email,
      after: { role: invitation.role },
    })
    return project
  }

  return {
    list: (project: number) => db.transaction(() => members.list(project)),

    async update(actor: Actor, project: number, account: number, { role, ...card }: Partial<Card> & { role?: string | undefined }) {
      const changed = await db.transaction(function* () {
        // Of the owner only the card can be changed.
        const before = yield* members.find(project, account)
        if (role !== undefined && role !== before.role.id) {
          yield* changeable(actor, project, account)
          if (role === 'owner') throw failure('owner-stays')
          yield* refuseMore(actor, project, role)
          yield* members.setRole(project, account, refOf(role))
        } else if (before.role.id !== 'owner') yield* refuseMore(actor, project, before.role.id)
        yield* members.setCard(project, account, card)
        const after = yield* members.find(project, account)
        yield* audit(actor, { action: 'member.changed', project, subject: after.email, before: told(before), after: told(after) })
        return after
      })
      tell(project)
      return changed
    },

    async remove(actor: Actor, project: number, account: number): Promise<void> {
      await db.transaction(function* () {
        const member = yield* changeable(actor, project, account)
        yield* members.remove(project, account)
        yield* audit(actor, { action: 'member.removed', project, subject: member.email, before: told(member) })
      })
      tell(project)
    },

    async passOwnership(actor: Actor, project: number, to: { account: number; password: string }): Promise<Member[]> {
      if (actor.account === null) throw failure('not-for-keys')
      const from = actor.account
      await checkOwnPassword(people, from, to.password, actor)
      const list = await db.transaction(function* () {
        // Who passes it on at the same moment waits, and then has nothing to pass on.
        yield* db.claim(`owner of project ${project}`)
        const [old, next] = [yield* members.find(project, from), yield* members.find(project, to.account)]
        if (old.role.id !== 'owner') throw failure('not-allowed')
        if (from === to.account) throw failure('owner-stays')
        // In this order: a project has one owner at any moment.
        yield* members.setRole(project, from, refOf('administrator'))
        yield* members.setRole(project, to.account, refOf('owner'))
        yield* audit(actor, { action: 'project.ownership-passed', project, subject: next.email, before: old.email, after: next.email })
        return yield* members.list(project)
      })
      tell(project)
      return list
    },

    invitations: (project: number): Promise<Invitation[]> => db.transaction(() => invitations.list(project, clock.now())),

    async invite(actor: Actor, project: number, { role, email, days }: { role: string; email?: string | undefined; days: number }) {
      const made = await db.transaction(function* () {
        if (role === 'owner') throw failure('owner-stays')
        yield* refuseMore(actor, project, role)
        const expiresAt = clock.now() + days * dayMs
        const asked = { project, role: refOf(role), email: email ?? null, by: actor.account, expiresAt }
        const { id, token } = yield* invitations.insert(asked, clock.now())
        const invitation = yield* invitations.find(project, id, clock.now())
        const after = { role: invitation.role, expiresAt: invitation.expiresAt }
        yield* audit(actor, { action: 'invitation.created', project, subject: email ?? '', after })
        return { invitation, path: `/invitation#${token}` }
      })
      tell(project)
      return made
    },

    async revoke(actor: Actor, project: number, id: number): Promise<void> {
      await db.transaction(function* () {
        const invitation = yield* invitations.find(project, id, clock.now())
        yield* invitations.revoke(project, id)
        yield* audit(actor, { action: 'invitation.revoked', project, subject: invitation.email ?? '', before: { role: invitation.role } })
      })
      tell(project)
    },

    lookAt: (token: string) =>
      db.transaction(function* () {
        const { project, invitation } = yield* invitations.lookAt(token, clock.now())
        const { role, email, createdBy: invitedBy, expiresAt } = invitation
        return { project: yield* members.projectName(project), role, email, invitedBy, expiresAt }
      }),

    async accept(account: number, token: string, where: Where): Promise<number> {
      const project = await db.transaction(function* () {
        return yield* join(token, yield* accounts.find(account), where)
      })
      tell(project)
      return project
    },

    /** An account that this invitation makes; throws `account-exists`. */
    async register(
      token: string,
      person: { email?: string | undefined; name: string; password: string; language: 'ru' | 'en' },
      where: Where,
    ): Promise<SignedIn & { readonly project: number }> {
      const asked = await db.transaction(() => invitations.lookAt(token, clock.now()))
      const hash = await passwords.hash(person.password)
      const email = person.email ?? asked.invitation.email ?? ''
      if (email === '') throw failure('bad-request', 'email: Which address does the account get?')
      const { name, language } = person
      const joined = await db.transaction(function* () {
        const id = yield* accounts.insert({ email, name, language, passwordHash: hash, installationOwner: false }, clock.now())
        const account = yield* accounts.find(id)
        const project = yield* join(token, account, where)
        yield* audit(actorOfAccount(account, where), { action: 'account.created', subject: account.email })
        return { project, ...(yield* beginSession(people, account, where)) }
      })
      tell(joined.project)
      return joined
    },
  }
}

const told = ({ role, name, phone, position, description, extra, calls }: Member) => ({
  role: role.name || role.id,
  name,
  phone,
  position,
  description,
  extra,
  calls,
})
