import * as contract from '@voronka/api'
import type { Route } from '../http/answer.ts'
import { checkAudience } from '../clients/seen-variables.ts'
import { answerInProject } from '../http/answer-in-project.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/broadcasts.ts`. */
export const broadcastRoutes: readonly Route[] = [
  answerInProject(contract.listBroadcasts, async ({ projectId, before }, { broadcastsWork }) => ({
    broadcasts: await broadcastsWork.list(projectId, before),
  })),
  answerInProject(contract.getBroadcast, ({ projectId, broadcast }, { broadcastsWork }) => broadcastsWork.find(projectId, broadcast)),
  answerInProject(contract.createBroadcast, ({ projectId, ...draft }, { broadcastsWork }, actor) => {
    checkAudience(actor, draft.audience)
    return broadcastsWork.create(projectId, actor, draft)
  }),
  answerInProject(contract.updateBroadcast, ({ projectId, broadcast, ...fields }, { broadcastsWork }, actor) => {
    checkAudience(actor, fields.audience)
    return broadcastsWork.update(projectId, broadcast, fields)
  }),
  answerInProject(contract.deleteBroadcast, async ({ projectId, broadcast }, { broadcastsWork }) => {
    await broadcastsWork.remove(projectId, broadcast)
    return ok
  }),
  answerInProject(contract.previewAudience, ({ projectId, audience }, { broadcastsWork }, actor) => {
    checkAudience(actor, audience)
    return broadcastsWork.preview(projectId, audience)
  }),
  answerInProject(contract.previewBroadcast, async ({ projectId, content, client }, { broadcastsWork }, actor) => ({
    message: await broadcastsWork.previewFor(projectId, actor, content, client),
  })),
  answerInProject(contract.testBroadcast, async ({ projectId, content, client }, { broadcastsWork }, actor) => ({
    sent: await broadcastsWork.test(projectId, actor, content, client),
  })),
  answerInProject(contract.startBroadcast, ({ projectId, broadcast, at }, { broadcastsWork }, actor) =>
    broadcastsWork.start(projectId, broadcast, actor, at),
  ),
  answerInProject(contract.controlBroadcast, ({ projectId, broadcast, action }, { broadcastsWork }) =>
    broadcastsWork.control(projectId, broadcast, action),
  ),
  answerInProject(contract.listRecipients, ({ projectId, broadcast, state, after }, { broadcastsWork }) =>
    broadcastsWork.recipients(projectId, broadcast, state, after ?? 0),
  ),
]
