import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { failureWith } from '../errors.ts'
import { hashOf } from '../secrets/secrets.ts'

/** Failures that cost nothing: of an account from one address, and from one address to any account (reliability-promises, P8.6 and section 15). */
export const freeAttempts = { pair: 10, address: 100 } as const
/** How long they are remembered. Who had to wait is remembered longer, so that waiting does not begin anew. */
export const forgottenMs = 15 * 60_000
const rememberedMs = 24 * 3_600_000
const firstWaitMs = 30_000
const longestWaitMs = 3_600_000

export type AttemptsStore = ReturnType<typeof attemptsStore>

/** Counts attempts to guess a password or a code. In the database, so that it holds for all processes and over restarts. */
export function attemptsStore(db: Db) {
  /** Undefined while it has to wait; then nothing is counted. */
  function* count(scope: string, most: number, now: number): Step<number | undefined> {
    const query = db.build
      .insertInto('failed_attempts')
      .values({ scope, failures: 1, last_at: now, wait_until: 0 })
      .onConflict((conflict) =>
        conflict
          .column('scope')
          .doUpdateSet((eb) => ({
            failures: eb
              .case()
              .when(eb.and([eb('failed_attempts.last_at', '<', now - forgottenMs), eb('failed_attempts.failures', '<', most)]))
              .then(1)
              .when('failed_attempts.last_at', '<', now - rememberedMs)
              .then(1)
              .else(eb('failed_attempts.failures', '+', 1))
              .end(),
            last_at: now,
          }))
          .where('failed_attempts.wait_until', '<=', now),
      )
      .returning('failures')
    return (yield* settle(db.first<{ failures: number }>(query)))?.failures
  }

  function* secondsLeft(scope: string, now: number): Step<number> {
    const query = db.build.selectFrom('failed_attempts').select('wait_until').where('scope', '=', scope)
    const until = (yield* settle(db.first<{ wait_until: number }>(query)))?.wait_until ?? now
    return Math.max(1, Math.ceil((until - now) / 1000))
  }

  return {
    /** One more attempt, counted before the password is looked at: a hundred at once are a hundred. Throws `too-many-attempts`. */
    *begin(account: string, address: string, now: number): Step<void> {
      for (const [scope, most] of scopesOf(account, address)) {
        const failures = yield* count(scope, most, now)
        if (failures === undefined) {
          const seconds = yield* secondsLeft(scope, now)
          throw failureWith('too-many-attempts', { seconds }, seconds)
        }
        if (failures < most) continue
        const until = now + waitAfter(failures - most)
        yield* settle(db.run(db.build.updateTable('failed_attempts').set({ wait_until: until }).where('scope', '=', scope)))
      }
    },

    /** It was right: his failures from there are forgotten, and this one does not count against the address. */
    *succeeded(account: string, address: string): Step<void> {
      const [[pair], [whole]] = scopesOf(account, address)
      yield* settle(db.run(db.build.deleteFrom('failed_attempts').where('scope', '=', pair)))
      const oneLess = db.build.updateTable('failed_attempts').set((eb) => ({ failures: eb('failures', '-', 1) }))
      yield* settle(db.run(oneLess.where('scope', '=', whole).where('failures', '>', 0)))
    },

    *forgetOld(now: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('failed_attempts').where('last_at', '<', now - rememberedMs)))
    },
  }
}

/** Hashed: addresses and e-mails of strangers are no business of the database. */
const scopesOf = (account: string, address: string): readonly [readonly [string, number], readonly [string, number]] => [
  [`pair:${hashOf(`${account}\n${address}`)}`, freeAttempts.pair],
  [`address:${hashOf(address)}`, freeAttempts.address],
]

const waitAfter = (beyond: number): number => Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(beyond, 20))
