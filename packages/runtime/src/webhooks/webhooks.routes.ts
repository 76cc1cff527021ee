import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/webhooks.ts`. */
export const webhookRoutes: readonly Route[] = [
  answer(contract.listWebhooks, async ({ projectId }, { webhooksWork }) => ({ webhooks: await webhooksWork.list(projectId) })),
  answer(contract.createWebhook, ({ projectId, ...fields }, { webhooksWork }, actor) => webhooksWork.create(actor, projectId, fields)),
  answer(contract.changeWebhook, ({ projectId, webhook, ...fields }, { webhooksWork }, actor) =>
    webhooksWork.change(actor, projectId, webhook, fields),
  ),
  answer(contract.renewWebhookSecret, ({ projectId, webhook }, { webhooksWork }, actor) =>
    webhooksWork.renewSecret(actor, projectId, webhook),
  ),
  answer(contract.removeWebhook, async ({ projectId, webhook }, { webhooksWork }, actor) => {
    await webhooksWork.remove(actor, projectId, webhook)
    return ok
  }),
  answer(contract.listDeliveries, ({ projectId, ...asked }, { outboxWork }) => outboxWork.list(projectId, asked)),
  answer(contract.getDelivery, ({ projectId, delivery }, { outboxWork }) => outboxWork.get(projectId, delivery)),
  answer(contract.resendDelivery, async ({ projectId, delivery }, { outboxWork }) => {
    await outboxWork.resend(projectId, delivery)
    return ok
  }),
  answer(contract.resendDead, async ({ projectId }, { outboxWork }) => ({ count: await outboxWork.resendDead(projectId) })),
]
