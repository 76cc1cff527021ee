import * as contract from '@voronka/api'
import { failure } from '../errors.ts'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/members.ts`. */
export const memberRoutes: readonly Route[] = [
  answer(contract.listMembers, async ({ projectId }, { members }) => ({ members: await members.list(projectId) })),
  answer(contract.updateMember, ({ projectId, account, ...set }, { members }, actor) => members.update(actor, projectId, account, set)),
  answer(contract.removeMember, async ({ projectId, account }, { members }, actor) => {
    await members.remove(actor, projectId, account)
    return ok
  }),
  answer(contract.passOwnership, async ({ projectId, ...to }, { members }, actor) => ({
    members: await members.passOwnership(actor, projectId, to),
  })),
  answer(contract.listInvitations, async ({ projectId }, { members }) => ({ invitations: await members.invitations(projectId) })),
  answer(contract.createInvitation, ({ projectId, ...asked }, { members }, actor) => members.invite(actor, projectId, asked)),
  answer(contract.revokeInvitation, async ({ projectId, invitation }, { members }, actor) => {
    await members.revoke(actor, projectId, invitation)
    return ok
  }),
  answer(contract.lookAtInvitation, ({ token }, { members }) => members.lookAt(token)),
  answer(contract.acceptInvitation, async ({ token }, { members }, { account }, call) => {
    if (account === null) throw failure('not-for-keys')
    return { projectId: await members.accept(account, token, call) }
  }),
  answer(contract.registerByInvitation, async ({ token, ...person }, { members }, _actor, call) => {
    const { project, cookie, me } = await members.register(token, person, call)
    call.setSession(cookie)
    return { projectId: project, me }
  }),
]
