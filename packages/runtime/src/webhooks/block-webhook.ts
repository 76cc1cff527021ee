import type { Effect, Session, Step } from '@voronka/flow/engine'
import { isNone, toText, type Value } from '@voronka/calculator'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Sender } from '../outbox/sender.ts'
import type { WorkContext } from '../worker/context.ts'
import { outcomeOf, type WebhookTools } from './webhook-sender.ts'

const timeoutMs = 10_000

/** Puts the data of a client into the outbox, for the address that a block names. `key`: the turn and the place among its effects. */
export function* queueWebhook(
  { outbox, clock }: WorkContext,
  { id: client, project_id: project, created_at: createdAt }: ClientRow,
  { name, platformId, group }: Session['client'],
  key: string,
  { url, block, variables }: Extract<Effect, { type: 'webhook' }>,
): Step<void> {
  const body = {
    client: {
      id: client,
      recepient: platformId,
      name,
      group,
      created_at: Math.floor(createdAt / 1000),
      variables: texts(variables.client),
    },
    order: { variables: texts(variables.order) },
    message_id: block,
    project_id: project,
  }
  yield* outbox.add({
    project,
    queue: `block:${project}/${new URL(url).host}`,
    kind: 'block-webhook',
    client,
    key: `turn_${key}`,
    message: JSON.stringify({ url, body }),
    now: clock.now(),
  })
}

const texts = (variables: ReadonlyMap<string, Value>) =>
  Object.fromEntries(Array.from(variables, ([name, value]) => [name, isNone(value) ? null : toText(value)]))

/** What failed is sent again with growing pauses: nobody else would. */
export function blockWebhookSender({ egress, allowedHosts }: Pick<WebhookTools, 'egress' | 'allowedHosts'>): Sender {
  return {
    kind: 'block-webhook',
    atOnce: 4,
    longestMs: timeoutMs,
    async send({ project, key, message, now }) {
      // Written by `queueWebhook` and by nobody else.
      const { url, body } = JSON.parse(message) as { url: string; body: object }
      const answer = await egress.send({
        method: 'POST',
        url,
        headers: [
          ['Content-Type', 'application/json; charset=utf-8'],
          ['Idempotency-Key', key],
          ['webhook-id', key],
        ],
        body: JSON.stringify(body),
        timeoutMs,
        allowed: await allowedHosts.of(project),
        followRedirects: false,
      })
      return outcomeOf(answer, true, now)
    },
  }
}
