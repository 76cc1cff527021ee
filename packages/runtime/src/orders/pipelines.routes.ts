import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/pipelines.ts`. */
export const pipelineRoutes: readonly Route[] = [
  answer(contract.listPipelines, async ({ projectId }, { pipelines }) => ({ pipelines: await pipelines.list(projectId) })),
  answer(contract.createPipeline, ({ projectId, ...fields }, { pipelines }, actor) => pipelines.create(projectId, actor, fields)),
  answer(contract.changePipeline, ({ projectId, pipelineId, ...fields }, { pipelines }, actor) =>
    pipelines.change(projectId, pipelineId, actor, fields),
  ),
  answer(contract.deletePipeline, async ({ projectId, pipelineId, moveTo }, { pipelines }, actor) => {
    await pipelines.remove(projectId, pipelineId, moveTo, actor)
    return ok
  }),
  answer(contract.sortPipelines, async ({ projectId, pipelines: ids }, { pipelines }) => ({
    pipelines: await pipelines.sort(projectId, ids),
  })),
  answer(contract.createState, ({ projectId, pipelineId, ...fields }, { pipelines }, actor) =>
    pipelines.createState(projectId, pipelineId, actor, fields),
  ),
  answer(contract.changeState, ({ projectId, stateId, ...fields }, { pipelines }, actor) =>
    pipelines.changeState(projectId, stateId, actor, fields),
  ),
  answer(contract.deleteState, async ({ projectId, stateId, moveTo }, { pipelines }, actor) => {
    await pipelines.removeState(projectId, stateId, moveTo, actor)
    return ok
  }),
  answer(contract.sortStates, ({ projectId, pipelineId, states }, { pipelines }) => pipelines.sortStates(projectId, pipelineId, states)),
  answer(contract.getOrderSettings, ({ projectId }, { db, orders }) => db.transaction(() => orders.settings.read(projectId))),
  answer(contract.changeOrderSettings, ({ projectId, ...fields }, { db, orders, audit }, actor) =>
    db.transaction(function* () {
      const before = yield* orders.settings.read(projectId)
      const after = yield* orders.settings.change(projectId, fields)
      yield* audit(actor, { action: 'settings.orders-changed', project: projectId, subject: '', before, after })
      return after
    }),
  ),
  answer(contract.getMailSettings, ({ projectId }, { mailer }) => mailer.settings(projectId)),
  answer(contract.changeMailSettings, ({ projectId, ...fields }, { mailer }, actor) => mailer.change(projectId, actor, fields)),
  answer(contract.sendTestMail, async ({ projectId, to }, { mailer }) => {
    await mailer.test(projectId, to)
    return ok
  }),
]
