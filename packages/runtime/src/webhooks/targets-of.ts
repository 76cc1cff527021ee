import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { queueOfFiles, queueOfMessages } from '../messengers/queue-of.ts'
import type { WebhooksStore } from './webhooks.store.ts'
import { queueOfWebhook } from './webhook-queue.ts'

/** Whose server a queue of a project is for, as people know it: the host and nothing that may be secret, or the account of a messenger. */
export const targetsOf = ({ db, webhooks }: { readonly db: Db; readonly webhooks: WebhooksStore }) =>
  function* (project: number): Step<(queue: string) => string> {
    const names = new Map((yield* webhooks.list(project)).map(({ id, url }) => [queueOfWebhook(id), new URL(url).host]))
    const channels = db.build.selectFrom('channels').select(['name', 'messenger', 'connection_id']).where('project_id', '=', project)
    for (const { name, messenger, connection_id: id } of yield* settle(db.all<Row>(channels.where('connection_id', 'is not', null)))) {
      if (messenger === null || id === null) continue
      for (const queue of [queueOfMessages(messenger, id), queueOfFiles(messenger, id)]) names.set(queue, name)
    }
    return (queue) => names.get(queue) ?? queue.split('/').at(-1) ?? queue
  }

interface Row {
  readonly name: string
  readonly messenger: string | null
  readonly connection_id: number | null
}
