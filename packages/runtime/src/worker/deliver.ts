import { renderFor, type Step } from '@voronka/flow/engine'
import type { CommittedTurn } from './contract.ts'
import type { WorkContext } from './context.ts'
import type { Delivery } from './deliveries.store.ts'
import { openSession } from './open-session.ts'
import { toolsFor } from './turn-tools.ts'

/** Hands a message of `message(...)` to its client (crm-and-tasks, section 3). Nothing reaches somebody blocked or unsubscribed. */
export function* deliver(context: WorkContext, delivery: Delivery): Step<CommittedTurn | undefined> {
  // The client first and what is his after: everybody locks in this order.
  const client = yield* context.clients.lock(delivery.client)
  if (!(yield* context.deliveries.take(delivery.id))) return undefined
  const channel = client && (yield* context.channels.find(client.channel))
  if (!client || !channel) return undefined
  const flow = yield* channel.kind === 'test' ? context.flows.draft(client.project_id) : context.flows.published(client.project_id)
  const now = context.clock.now() + client.clock_offset
  const session = openSession(client, [], channel, { now })
  if (!flow || session.blocked || session.unsubscribed) return undefined

  const block = delivery.block === null ? undefined : flow.compiled.blocks.get(delivery.block)?.block
  const variables = yield* context.variables.open(client.project_id, channel.kind === 'test')
  const tools = toolsFor(context, flow, { client, channel, now, nextOrder: undefined }, variables, { called: new Set(), deliveries: [] })
  const text = delivery.text || (block ? yield* renderFor(flow.compiled, session, block.text, tools) : '')
  if (!text.trim()) return undefined
  const message = yield* context.messages.add({
    client: client.id,
    turn: null,
    author: 'bot',
    text,
    extra: {},
    block: block?.number ?? null,
    at: now,
  })
  return {
    project: client.project_id,
    client: client.id,
    channel: channel.key,
    outsideId: client.outside_id,
    turn: null,
    messages: [message],
  }
}
