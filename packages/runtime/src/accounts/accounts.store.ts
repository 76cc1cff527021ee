import type { AccountInfo } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'

export interface AccountRow {
  readonly id: number
  readonly email: string
  readonly email_key: string
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly password_hash: string | null
  readonly installation_owner: number
  readonly disabled: number
  readonly totp_secret: string | null
  readonly totp_on: number
  readonly totp_step: number
  readonly created_at: number
  readonly last_seen_at: number | null
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly passwordHash: string | null
  readonly installationOwner: boolean
}

/** E-mails that differ in upper and lower case, or in the form of their letters, are one. */
export const emailKey = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

export type AccountsStore = ReturnType<typeof accountsStore>

export function accountsStore(db: Db) {
  const { build } = db
  const byId = db.prepare<{ id: number }, AccountRow>((db, { id }) => db.selectFrom('accounts').selectAll().where('id', '=', id))

  return {
    *byEmail(email: string): Step<AccountRow | undefined> {
      return yield* settle(db.first<AccountRow>(build.selectFrom('accounts').selectAll().where('email_key', '=', emailKey(email))))
    },

    *find(id: number): Step<AccountRow> {
      const row = yield* settle(byId.first({ id }))
      if (!row) throw failure('account-not-found', id)
      return row
    },

    *any(): Step<boolean> {
      return (yield* settle(db.first(build.selectFrom('accounts').select('id').limit(1)))) !== undefined
    },

    /** Throws `account-exists`: the constraint decides, also between two processes. */
    *insert({ email, name, language, passwordHash, installationOwner }: NewAccount, now: number): Step<number> {
      const query = build
        .insertInto('accounts')
        .values({
          email: email.trim(),
          email_key: emailKey(email),
          name,
          language,
          password_hash: passwordHash,
          installation_owner: Number(installationOwner),
          disabled: 0,
          totp_secret: null,
          totp_on: 0,
          totp_step: 0,
          created_at: now,
          last_seen_at: null,
        })
        .onConflict((conflict) => conflict.column('email_key').doNothing())
        .returning('id')
      const made = yield* settle(db.first<{ id: number }>(query))
      if (!made) throw failure('account-exists')
      return made.id
    },

    *update(id: number, set: Partial<Omit<AccountRow, 'id'>>): Step<void> {
      if (Object.keys(set).length) yield* settle(db.run(build.updateTable('accounts').set(set).where('id', '=', id)))
    },

    /** Takes the step of a code, once: false when another call took it first. */
    *takeTotpStep(id: number, step: number): Step<boolean> {
      const query = build.updateTable('accounts').set({ totp_step: step }).where('id', '=', id).where('totp_step', '<', step)
      return (yield* settle(db.run(query))).changes === 1
    },

    *setRecoveryCodes(id: number, hashes: readonly string[]): Step<void> {
      yield* settle(db.run(build.deleteFrom('recovery_codes').where('account_id', '=', id)))
      const rows = hashes.map((hash) => ({ account_id: id, hash }))
      if (rows.length) yield* settle(db.run(build.insertInto('recovery_codes').values(rows)))
    },

    /** Uses a recovery code up; false when there is none such. */
    *takeRecoveryCode(id: number, hash: string): Step<boolean> {
      const query = build.deleteFrom('recovery_codes').where('account_id', '=', id).where('hash', '=', hash)
      return (yield* settle(db.run(query))).changes === 1
    },

    *recoveryCodes(id: number): Step<number> {
      const query = build
        .selectFrom('recovery_codes')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('account_id', '=', id)
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },

    /** Owners of the installation who can sign in, besides one. */
    *otherOwners(id: number): Step<number> {
      const query = build
        .selectFrom('accounts')
        .select('id')
        .where('installation_owner', '=', 1)
        .where('disabled', '=', 0)
        .where('id', '!=', id)
        .limit(1)
      return (yield* settle(db.all(query))).length
    },

    *list(): Step<AccountInfo[]> {
      const rows = yield* settle(db.all<AccountRow>(build.selectFrom('accounts').selectAll().orderBy('email_key')))
      const counts = build
        .selectFrom('members')
        .select((eb) => ['account_id', eb.fn.countAll<number>().as('count')] as const)
        .groupBy('account_id')
      const projects = new Map<number, number>()
      for (const { account_id, count } of yield* settle(db.all<{ account_id: number; count: number }>(counts)))
        projects.set(account_id, Number(count))
      return rows.map((row) => toInfo(row, projects.get(row.id) ?? 0))
    },
  }
}

const toInfo = (row: AccountRow, projects: number): AccountInfo => ({
  id: row.id,
  email: row.email,
  name: row.name,
  installationOwner: row.installation_owner === 1,
  disabled: row.disabled === 1,
  secondFactor: row.totp_on === 1,
  createdAt: new Date(row.created_at).toISOString(),
  lastSeenAt: row.last_seen_at === null ? null : new Date(row.last_seen_at).toISOString(),
  projects,
})
