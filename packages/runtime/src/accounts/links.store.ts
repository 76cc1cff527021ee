import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import { hashOf, randomToken } from '../secrets/secrets.ts'

export type LinksStore = ReturnType<typeof linksStore>

/** Links that work once and for a time: the set-up of the installation, the reset of a password (reliability-promises, P8.6, P13.2). */
export function linksStore(db: Db) {
  const { build } = db
  return {
    /** Gives the token of the link; it is kept nowhere else. */
    *make(purpose: 'set-up' | 'reset', account: number | null, expiresAt: number): Step<string> {
      const token = randomToken()
      yield* settle(
        db.run(build.insertInto('one_time_links').values({ hash: hashOf(token), purpose, account_id: account, expires_at: expiresAt })),
      )
      return token
    },

    /** Whose password a link resets. Throws `wrong-link`. */
    *lookAt(token: string, now: number): Step<number> {
      const query = build
        .selectFrom('one_time_links')
        .select('account_id')
        .where('hash', '=', hashOf(token))
        .where('purpose', '=', 'reset')
        .where('expires_at', '>', now)
      const account = (yield* settle(db.first<{ account_id: number | null }>(query)))?.account_id
      if (account === null || account === undefined) throw failure('wrong-link')
      return account
    },

    /** Uses up the link, and with it the others of the same account. Throws `wrong-link`, also for the second of two calls at the same moment. */
    *takeReset(token: string, now: number): Step<number> {
      const account = yield* this.lookAt(token, now)
      const taken = yield* settle(db.run(build.deleteFrom('one_time_links').where('hash', '=', hashOf(token))))
      if (taken.changes !== 1) throw failure('wrong-link')
      yield* settle(db.run(build.deleteFrom('one_time_links').where('account_id', '=', account)))
      return account
    },

    /** Uses up all set-up links; throws `wrong-link` unless this is one of them. Of two calls at the same moment one finds none left. */
    *takeSetUp(token: string, now: number): Step<void> {
      const query = build.deleteFrom('one_time_links').where('purpose', '=', 'set-up').returning(['hash', 'expires_at'])
      const taken = yield* settle(db.all<{ hash: string; expires_at: number }>(query))
      if (!taken.some(({ hash, expires_at }) => hash === hashOf(token) && expires_at > now)) throw failure('wrong-link')
    },

    *forgetOld(now: number): Step<void> {
      yield* settle(db.run(build.deleteFrom('one_time_links').where('expires_at', '<=', now)))
    },
  }
}
