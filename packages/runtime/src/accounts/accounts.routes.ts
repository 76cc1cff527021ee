import * as contract from '@voronka/api'
import { failure } from '../errors.ts'
import { answer, type Route } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import type { Session } from './sessions.store.ts'
import type { SignedIn } from './sign-in.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/accounts.ts`. */
export const accountRoutes: readonly Route[] = [
  answer(contract.getSetup, async (_input, { accounts }) => ({ needed: !(await accounts.owned()) })),
  answer(contract.setUp, async (person, { accounts }, _actor, call) => begun(await accounts.setUp(person, call), call)),
  answer(contract.signIn, async (credentials, { accounts }, _actor, call) => begun(await accounts.signIn(credentials, call), call)),
  answer(contract.signOut, async (_input, { accounts }, _actor, call) => {
    await accounts.signOut(sessionOf(call))
    call.setSession(null)
    return ok
  }),
  answer(contract.whoAmI, (_input, { accounts }, _actor, call) => accounts.me(sessionOf(call).account, call.cookie)),
  answer(contract.updateProfile, async (set, { accounts }, _actor, call) => {
    const { account } = sessionOf(call)
    await accounts.updateProfile(account, set, call)
    return accounts.me(account, call.cookie)
  }),
  answer(contract.changePassword, async (passwords, { accounts }, _actor, call) =>
    begun(await accounts.changePassword(sessionOf(call).account, passwords, call), call),
  ),
  answer(contract.listSessions, async (_input, { accounts }, _actor, call) => {
    const { account, id } = sessionOf(call)
    return { sessions: await accounts.sessions(account, id) }
  }),
  answer(contract.endSession, async ({ sessionId }, { accounts }, _actor, call) => {
    await accounts.endSession(sessionOf(call), sessionId, call)
    return ok
  }),
  answer(contract.signOutEverywhere, async ({ others }, { accounts }, _actor, call) => {
    await accounts.signOutEverywhere(sessionOf(call), others === '1', call)
    if (others !== '1') call.setSession(null)
    return ok
  }),
  answer(contract.beginSecondFactor, ({ password }, { secondFactor }, _actor, call) =>
    secondFactor.begin(sessionOf(call).account, password, call),
  ),
  answer(contract.confirmSecondFactor, ({ code }, { secondFactor }, _actor, call) =>
    secondFactor.confirm(sessionOf(call).account, code, call),
  ),
  answer(contract.renewRecoveryCodes, ({ password }, { secondFactor }, _actor, call) =>
    secondFactor.renewCodes(sessionOf(call).account, password, call),
  ),
  answer(contract.disableSecondFactor, async ({ password }, { secondFactor }, _actor, call) => {
    await secondFactor.disable(sessionOf(call).account, password, call)
    return ok
  }),
  answer(contract.lookAtPasswordReset, ({ token }, { accounts }) => accounts.lookAtReset(token)),
  answer(contract.resetPassword, async ({ token, password }, { accounts }, _actor, call) => {
    await accounts.resetPassword(token, password, call)
    return ok
  }),
  answer(contract.listAccounts, async (_input, { accounts }) => ({ accounts: await accounts.list() })),
  answer(contract.updateAccount, ({ accountId, ...set }, { accounts }, actor) => accounts.update(actor, accountId, set)),
]

function begun({ cookie, me }: SignedIn, call: Call): contract.Me {
  call.setSession(cookie)
  return me
}

function sessionOf({ session }: Call): Session {
  if (!session) throw failure('not-signed-in')
  return session
}
