import type { SessionInfo } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { hashOf, randomToken } from '../secrets/secrets.ts'

/** A session that is not used for so long has ended (reliability-promises, P8.5). */
export const idleMs = 30 * 24 * 3_600_000
/** Its last use is written at most so often. */
const writtenEveryMs = 60_000

export interface Session {
  readonly id: number
  readonly account: number
  readonly email: string
  readonly name: string
  readonly installationOwner: boolean
}

interface SessionRow {
  id: number
  account_id: number
  last_used_at: number
  email: string
  name: string
  installation_owner: number
}

export interface Where {
  readonly address: string
  readonly browser: string
}

export type SessionsStore = ReturnType<typeof sessionsStore>

/** Sessions of browsers: an opaque random id in the cookie, its hash here. */
export function sessionsStore(db: Db) {
  const { build } = db
  const present = db.prepare<{ hash: string; since: number }, SessionRow>((db, { hash, since }) =>
    db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .select([
        'sessions.id',
        'sessions.account_id',
        'sessions.last_used_at',
        'accounts.email',
        'accounts.name',
        'accounts.installation_owner',
      ])
      .where('sessions.hash', '=', hash)
      .where('sessions.last_used_at', '>', since)
      .where('accounts.disabled', '=', 0),
  )
  const ofAccount = (account: number) => build.deleteFrom('sessions').where('account_id', '=', account)

  return {
    /** Gives the id that goes into the cookie; it is kept nowhere else. */
    *start(account: number, { address, browser }: Where, now: number): Step<string> {
      const cookie = randomToken()
      const values = {
        account_id: account,
        hash: hashOf(cookie),
        created_at: now,
        last_used_at: now,
        address,
        browser: browser.slice(0, 300),
      }
      yield* settle(db.run(build.insertInto('sessions').values(values)))
      yield* settle(db.run(build.updateTable('accounts').set({ last_seen_at: now }).where('id', '=', account)))
      yield* settle(db.run(build.deleteFrom('sessions').where('last_used_at', '<=', now - idleMs)))
      return cookie
    },

    /** Whose session this is, when it has not ended. */
    *find(cookie: string, now: number): Step<(Session & { readonly stale: boolean }) | undefined> {
      const row = yield* settle(present.first({ hash: hashOf(cookie), since: now - idleMs }))
      return (
        row && {
          id: row.id,
          account: row.account_id,
          email: row.email,
          name: row.name,
          installationOwner: row.installation_owner === 1,
          stale: now - row.last_used_at >= writtenEveryMs,
        }
      )
    },

    *used({ id, account }: Session, address: string, now: number): Step<void> {
      yield* settle(db.run(build.updateTable('sessions').set({ last_used_at: now, address }).where('id', '=', id)))
      yield* settle(db.run(build.updateTable('accounts').set({ last_seen_at: now }).where('id', '=', account)))
    },

    *list(account: number, current: number, now: number): Step<SessionInfo[]> {
      const query = build
        .selectFrom('sessions')
        .selectAll()
        .where('account_id', '=', account)
        .where('last_used_at', '>', now - idleMs)
        .orderBy('last_used_at', 'desc')
        .orderBy('id', 'desc')
      return (yield* settle(db.all(query))).map((row) => ({
        id: row.id,
        current: row.id === current,
        createdAt: new Date(row.created_at).toISOString(),
        lastUsedAt: new Date(row.last_used_at).toISOString(),
        address: row.address,
        browser: row.browser,
      }))
    },

    /** True when there was one. */
    *end(account: number, id: number): Step<boolean> {
      return (yield* settle(db.run(ofAccount(account).where('id', '=', id)))).changes === 1
    },

    *endAll(account: number, but?: number): Step<void> {
      yield* settle(db.run(but === undefined ? ofAccount(account) : ofAccount(account).where('id', '!=', but)))
    },
  }
}
