import type { Step } from '@voronka/flow/engine'
import type { WebhooksStore } from './webhooks.store.ts'
import { queueOfWebhook } from './webhook-queue.ts'

/** Whose server a queue of a project is for, as people know it: the host and nothing that may be secret. */
export const targetsOf = (webhooks: WebhooksStore) =>
  function* (project: number): Step<(queue: string) => string> {
    const hosts = new Map((yield* webhooks.list(project)).map(({ id, url }) => [queueOfWebhook(id), new URL(url).host]))
    return (queue) => hosts.get(queue) ?? queue.split('/').at(-1) ?? queue
  }
