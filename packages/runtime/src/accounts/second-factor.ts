import { randomBytes } from 'node:crypto'
import { failure } from '../errors.ts'
import { hashOf } from '../secrets/secrets.ts'
import { actorOfAccount, type PeopleContext } from './context.ts'
import { checkOwnPassword } from './own-password.ts'
import type { Where } from './sessions.store.ts'
import { base32, newTotpSecret, totpStep, totpUri } from './totp.ts'

const codes = 10

/** Ten codes of 50 random bits, in groups that can be copied by hand. */
const newCode = (): string => {
  const text = base32(randomBytes(7)).slice(0, 10).toLowerCase()
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** However a person types it. */
export const recoveryCodeKey = (code: string): string => code.toLowerCase().replace(/[^a-z2-7]/g, '')

/** Where the secret of an account's authenticator is sealed for. */
export const secretPlace = (account: number): string => `account:${account}:totp`

/** The second factor of one's own account: an authenticator by RFC 6238, and recovery codes for the day when it is lost. */
export function secondFactor(people: PeopleContext) {
  const { db, clock, accounts, secrets, audit } = people

  function* renewCodes(id: number) {
    const made = Array.from({ length: codes }, newCode)
    yield* accounts.setRecoveryCodes(
      id,
      made.map((code) => hashOf(recoveryCodeKey(code))),
    )
    return { recoveryCodes: made }
  }

  return {
    /** Nothing changes until the first code is confirmed. */
    async begin(id: number, password: string, where: Where) {
      await checkOwnPassword(people, id, password, where)
      return db.transaction(function* () {
        const { email, totp_on } = yield* accounts.find(id)
        if (totp_on === 1) throw failure('second-factor-is-on')
        const secret = newTotpSecret()
        yield* accounts.update(id, { totp_secret: secrets.seal(secret.toString('base64url'), secretPlace(id)), totp_step: 0 })
        return { secret: base32(secret), uri: totpUri(secret, email) }
      })
    },

    confirm: (id: number, code: string, where: Where) =>
      db.transaction(function* () {
        const account = yield* accounts.find(id)
        if (account.totp_on === 1) throw failure('second-factor-is-on')
        if (account.totp_secret === null) throw failure('wrong-own-code')
        const secret = Buffer.from(secrets.open(account.totp_secret, secretPlace(id)), 'base64url')
        const step = totpStep(secret, code.trim(), clock.now(), account.totp_step)
        if (step === undefined) throw failure('wrong-own-code')
        yield* accounts.update(id, { totp_on: 1, totp_step: step })
        yield* audit(actorOfAccount(account, where), { action: 'account.second-factor-on', subject: account.email })
        return yield* renewCodes(id)
      }),

    async renewCodes(id: number, password: string, where: Where) {
      await checkOwnPassword(people, id, password, where)
      return db.transaction(function* () {
        const account = yield* accounts.find(id)
        if (account.totp_on !== 1) throw failure('second-factor-is-off')
        yield* audit(actorOfAccount(account, where), { action: 'account.recovery-codes-renewed', subject: account.email })
        return yield* renewCodes(id)
      })
    },

    async disable(id: number, password: string, where: Where) {
      await checkOwnPassword(people, id, password, where)
      await db.transaction(function* () {
        const account = yield* accounts.find(id)
        if (account.totp_on !== 1) throw failure('second-factor-is-off')
        yield* accounts.update(id, { totp_on: 0, totp_secret: null })
        yield* accounts.setRecoveryCodes(id, [])
        yield* audit(actorOfAccount(account, where), { action: 'account.second-factor-off', subject: account.email })
      })
    },
  }
}
