import { isNone, toText } from '@voronka/calculator'
import type { Session, Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import type { Channel } from '../worker/channels-cache.ts'
import type { WorkContext } from '../worker/context.ts'
import { queueOfWebhook } from './webhook-queue.ts'

/**
 * Puts what was said, by whomever, into the outbox for every address that the project tells (http-api, section 9), in the transaction that stored it.
 * True: somebody has to send it. Test people are nobody else's business, and comments are for operators only.
 */
export function* tellWebhooks(
  { webhooks, outbox }: Pick<WorkContext, 'webhooks' | 'outbox'>,
  client: ClientRow,
  channel: Channel,
  session: Session,
  messages: readonly StoredMessage[],
): Step<boolean> {
  const said = messages.filter(({ author }) => author !== 'comment')
  if (channel.kind === 'test' || said.length === 0) return false
  const addresses = yield* webhooks.told(client.project_id)
  if (addresses.length === 0) return false
  const about = clientFacts(client, session)
  for (const message of said) {
    const body = JSON.stringify(payload(client, about, message))
    for (const id of addresses) {
      yield* outbox.add({
        project: client.project_id,
        queue: queueOfWebhook(id),
        kind: 'webhook',
        client: client.id,
        key: `msg_${id}_${message.id}`,
        message: body,
        now: message.at - client.clock_offset,
      })
    }
  }
  return true
}

/** As he is called to programs everywhere; never by the token of a visitor, which opens his dialogue. */
function clientFacts(client: ClientRow, { variables, client: facts }: Session) {
  const all = new Map([...variables.client, ...variables.order])
  return {
    id: client.id,
    recepient: facts.platformId,
    client_type: facts.clientType,
    name: facts.name,
    avatar: facts.avatar || null,
    created_at: Math.floor(client.created_at / 1000),
    tag: facts.tag || null,
    group: facts.group,
    variables: Object.fromEntries(Array.from(all, ([name, value]) => [name, isNone(value) ? null : toText(value)])),
  }
}

function payload({ project_id }: ClientRow, about: object, { id, text, extra, author, block }: StoredMessage) {
  return {
    id,
    client: about,
    message: text,
    attachments: (extra.attachments ?? []).map(({ kind, url }) => ({ [kind]: url })),
    message_id: author === 'bot' ? block : null,
    project_id,
    is_input: author === 'client' || author === 'event' ? 1 : 0,
    delivered: extra.failed === undefined ? 1 : 0,
    error_message: extra.failed ?? '',
    internal_id: null,
  }
}
