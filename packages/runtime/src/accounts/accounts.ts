import type { AccountInfo, Me } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import { consoleActor, type Actor } from '../http/actor.ts'
import { actorOfAccount, type PeopleContext } from './context.ts'
import { readMe } from './me.ts'
import { checkOwnPassword } from './own-password.ts'
import type { Session, Where } from './sessions.store.ts'
import { beginSession, signIn, type SignedIn } from './sign-in.ts'

/** A reset link is valid so long, and once (reliability-promises, P8.6). */
export const resetMs = 3_600_000
const setUpMs = 7 * 24 * 3_600_000

export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly password: string | null
  readonly installationOwner?: boolean
}

export type Accounts = ReturnType<typeof createAccounts>

/** Accounts of people: each verb is one transaction, with its entry in the audit log. */
export function createAccounts(people: PeopleContext) {
  const { db, clock, passwords, accounts, sessions, links, members, audit, live } = people
  let owned = false

  /** Pages that are open look again at what they may. */
  const tellOpenPages = () => live.publish(everyProject, { type: 'access-changed' })

  function* setPassword(id: number, hash: string): Step<void> {
    yield* accounts.update(id, { password_hash: hash })
    yield* sessions.endAll(id)
  }

  return {
    /** True once it is known that somebody owns the installation. */
    get known(): boolean {
      return owned
    },

    /** Whether somebody owns this installation; once true it stays so. */
    async owned(): Promise<boolean> {
      return (owned ||= await drive(accounts.any()))
    },

    /** A token for the set-up link; undefined when there is an owner. */
    async newSetUpToken(): Promise<string | undefined> {
      if (await this.owned()) return undefined
      return db.transaction(() => links.make('set-up', null, clock.now() + setUpMs))
    },

    /** Creates the first owner, whom everything belongs to that was made before there were accounts. */
    async setUp({ token, ...person }: NewPerson & { token: string; password: string }, where: Where): Promise<SignedIn> {
      const hash = await passwords.hash(person.password)
      return db.transaction(function* () {
        // No row stands for "nobody yet": who comes at the same moment waits, and is told that it is done.
        yield* db.claim('set-up')
        if (yield* accounts.any()) throw failure('set-up-done')
        yield* links.takeSetUp(token, clock.now())
        const id = yield* accounts.insert({ ...person, passwordHash: hash, installationOwner: true }, clock.now())
        yield* members.adoptProjects(id, clock.now())
        const account = yield* accounts.find(id)
        yield* audit(actorOfAccount(account, where), { action: 'installation.set-up', subject: account.email })
        return yield* beginSession(people, account, where)
      })
    },

    /** From the console. Whoever is first owns the installation. */
    async add({ password, ...person }: NewPerson): Promise<{ id: number; installationOwner: boolean }> {
      const hash = password === null ? null : await passwords.hash(password)
      return db.transaction(function* () {
        const first = !(yield* accounts.any())
        const installationOwner = person.installationOwner === true || first
        const id = yield* accounts.insert({ ...person, passwordHash: hash, installationOwner }, clock.now())
        if (first) yield* members.adoptProjects(id, clock.now())
        yield* audit(consoleActor, { action: 'account.created', subject: person.email, after: { installationOwner } })
        return { id, installationOwner }
      })
    },

    signIn: (credentials: { email: string; password: string; code?: string | undefined }, where: Where) =>
      signIn(people, credentials, where),

    me: (id: number, cookie: string): Promise<Me> => db.transaction(() => readMe(accounts, members, id, cookie)),

    async updateProfile(id: number, set: { name?: string | undefined; language?: 'ru' | 'en' | undefined }, where: Where): Promise<void> {
      await db.transaction(function* () {
        const account = yield* accounts.find(id)
        const before = { name: account.name, language: account.language }
        const after = { name: set.name ?? before.name, language: set.language ?? before.language }
        yield* accounts.update(id, after)
        yield* audit(actorOfAccount(account, where), { action: 'account.profile-changed', subject: account.email, before, after })
      })
    },

    async changePassword(id: number, { current, password }: { current: string; password: string }, where: Where): Promise<SignedIn> {
      await checkOwnPassword(people, id, current, where)
      const hash = await passwords.hash(password)
      const signedIn = await db.transaction(function* () {
        const account = yield* accounts.find(id)
        yield* setPassword(id, hash)
        yield* audit(actorOfAccount(account, where), { action: 'account.password-changed', subject: account.email })
        return yield* beginSession(people, account, where)
      })
      tellOpenPages()
      return signedIn
    },

    sessions: (id: number, current: number) => db.transaction(() => sessions.list(id, current, clock.now())),

    async signOut({ account, id }: Session): Promise<void> {
      await db.transaction(() => sessions.end(account, id))
      tellOpenPages()
    },

    async endSession(session: Session, id: number, where: Where): Promise<void> {
      await db.transaction(function* () {
        if (!(yield* sessions.end(session.account, id))) throw failure('session-not-found', id)
        const own = { ...session, id: session.account }
        yield* audit(actorOfAccount(own, where), { action: 'account.session-ended', subject: session.email })
      })
      tellOpenPages()
    },

    async signOutEverywhere(session: Session, others: boolean, where: Where): Promise<void> {
      await db.transaction(function* () {
        yield* sessions.endAll(session.account, others ? session.id : undefined)
        const own = { ...session, id: session.account }
        yield* audit(actorOfAccount(own, where), { action: 'account.signed-out-everywhere', subject: session.email })
      })
      tellOpenPages()
    },

    /** A link for somebody who forgot his password; the console prints it. Throws `account-not-found`. */
    resetLink: (email: string): Promise<{ id: number; token: string } | undefined> =>
      db.transaction(function* () {
        const account = yield* accounts.byEmail(email)
        if (!account) return undefined
        yield* links.forgetOld(clock.now())
        yield* audit(consoleActor, { action: 'account.password-reset-link', subject: account.email })
        return { id: account.id, token: yield* links.make('reset', account.id, clock.now() + resetMs) }
      }),

    lookAtReset: (token: string): Promise<{ email: string }> =>
      db.transaction(function* () {
        const { email } = yield* accounts.find(yield* links.lookAt(token, clock.now()))
        return { email }
      }),

    async resetPassword(token: string, password: string, where: Where): Promise<void> {
      await db.transaction(() => links.lookAt(token, clock.now()))
      const hash = await passwords.hash(password)
      await db.transaction(function* () {
        const account = yield* accounts.find(yield* links.takeReset(token, clock.now()))
        yield* setPassword(account.id, hash)
        yield* audit(actorOfAccount(account, where), { action: 'account.password-reset', subject: account.email })
      })
      tellOpenPages()
    },

    list: (): Promise<AccountInfo[]> => db.transaction(() => accounts.list()),

    async update(
      actor: Actor,
      id: number,
      set: { installationOwner?: boolean | undefined; disabled?: boolean | undefined },
    ): Promise<AccountInfo> {
      const info = await db.transaction(function* () {
        const before = yield* accounts.find(id)
        const owner = set.installationOwner ?? before.installation_owner === 1
        const disabled = set.disabled ?? before.disabled === 1
        if ((!owner || disabled) && before.installation_owner === 1 && !(yield* accounts.otherOwners(id))) throw failure('last-owner')
        yield* accounts.update(id, { installation_owner: Number(owner), disabled: Number(disabled) })
        if (disabled) yield* sessions.endAll(id)
        yield* audit(actor, {
          action: 'account.changed',
          subject: before.email,
          before: { installationOwner: before.installation_owner === 1, disabled: before.disabled === 1 },
          after: { installationOwner: owner, disabled },
        })
        const after = (yield* accounts.list()).find((account) => account.id === id)
        if (!after) throw failure('account-not-found', id)
        return after
      })
      tellOpenPages()
      return info
    },
  }
}

/** Live events with this number reach the open pages of every project. */
export const everyProject = 0
