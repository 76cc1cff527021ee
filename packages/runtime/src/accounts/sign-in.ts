import type { Me } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import { hashOf } from '../secrets/secrets.ts'
import { emailKey, type AccountRow } from './accounts.store.ts'
import { actorOfAccount, type PeopleContext } from './context.ts'
import { readMe } from './me.ts'
import { recoveryCodeKey, secretPlace } from './second-factor.ts'
import type { Where } from './sessions.store.ts'
import { totpStep } from './totp.ts'

/** A session that has just begun: the cookie is told to the browser and to nobody else. */
export interface SignedIn {
  readonly cookie: string
  readonly me: Me
}

interface Credentials {
  readonly email: string
  readonly password: string
  readonly code?: string | undefined
}

/**
 * Signs in. Whether there is such an account cannot be told from the answer, nor from the time it takes: the password is compared in any case, and
 * attempts are counted for accounts that are not there, too (reliability-promises, P8.6).
 */
export async function signIn(people: PeopleContext, { email, password, code }: Credentials, where: Where): Promise<SignedIn> {
  const { db, clock, passwords, accounts, attempts } = people
  const key = emailKey(email)
  const account = await db.transaction(function* () {
    yield* attempts.begin(key, where.address, clock.now())
    return yield* accounts.byEmail(email)
  })
  const right = await passwords.matches(password, account?.password_hash)
  if (!right || !account || account.disabled === 1) {
    await refused(people, account, email, where)
    throw failure('wrong-credentials')
  }
  return db.transaction(function* () {
    // As it is now: the password may have been changed while it was compared.
    const present = yield* accounts.find(account.id)
    if (present.password_hash !== account.password_hash || present.disabled === 1) throw failure('wrong-credentials')
    if (present.totp_on === 1) yield* passSecondFactor(people, present, code, where)
    yield* attempts.succeeded(key, where.address)
    return yield* beginSession(people, present, where)
  })
}

export function* beginSession(people: PeopleContext, account: AccountRow, where: Where): Step<SignedIn> {
  const { clock, sessions, accounts, members, audit } = people
  const cookie = yield* sessions.start(account.id, where, clock.now())
  yield* audit(actorOfAccount(account, where), { action: 'account.signed-in', subject: account.email })
  return { cookie, me: yield* readMe(accounts, members, account.id, cookie) }
}

/** A code of the authenticator, or one of the recovery codes; each works once. */
function* passSecondFactor(people: PeopleContext, account: AccountRow, code: string | undefined, where: Where): Step<void> {
  const { accounts, secrets, clock, audit } = people
  if (code === undefined) throw failure('second-factor-needed')
  if (/^\d{6}$/.test(code)) {
    const secret = Buffer.from(secrets.open(account.totp_secret ?? '', secretPlace(account.id)), 'base64url')
    const step = totpStep(secret, code, clock.now(), account.totp_step)
    if (step === undefined || !(yield* accounts.takeTotpStep(account.id, step))) throw failure('wrong-code')
    return
  }
  if (!(yield* accounts.takeRecoveryCode(account.id, hashOf(recoveryCodeKey(code))))) throw failure('wrong-code')
  yield* audit(actorOfAccount(account, where), { action: 'account.recovery-code-used', subject: account.email })
}

/** Refusals of accounts that exist are written down; what strangers type is not. */
async function refused({ db, audit }: PeopleContext, account: AccountRow | undefined, email: string, where: Where): Promise<void> {
  await db.transaction(function* () {
    if (!account) return
    const nobody = actorOfAccount({ id: 0, email: '', name: '' }, where)
    yield* audit({ ...nobody, kind: 'nobody', account: null }, { action: 'account.sign-in-refused', subject: email.trim() })
  })
}
