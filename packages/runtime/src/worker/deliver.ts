import { renderFor, type Event, type Speaker, type Step } from '@voronka/flow/engine'
import { mainOf } from '../clients/merge-clients.ts'
import { touchDialogue } from '../clients/touch-dialogue.ts'
import { randomUUID } from 'node:crypto'
import type { ClientRow } from '../clients/clients.store.ts'
import { askedNothing } from './clients-port.ts'
import { inboxStates } from './inbox.store.ts'
import type { CommittedTurn } from './contract.ts'
import type { WorkContext } from './context.ts'
import type { Delivery } from './deliveries.store.ts'
import { openSession } from './open-session.ts'
import { tellWebhooks } from '../webhooks/tell-webhooks.ts'
import { handOver } from '../messengers/hand-over.ts'
import { takeTurn } from './turn.ts'
import { toolsFor } from './turn-tools.ts'
import { unreached } from './unreached.ts'

/** Hands a message of `message(...)` to its client (crm-and-tasks, section 3). Nothing reaches somebody blocked or unsubscribed. */
export function* deliver(context: WorkContext, delivery: Delivery): Step<CommittedTurn | undefined> {
  // The client first and what is his after: everybody locks in this order.
  const client = yield* context.clients.lock(delivery.client)
  if (!(yield* context.deliveries.take(delivery.id))) return undefined
  const channel = client && (yield* context.channels.find(client.channel))
  if (!client || !channel) return undefined
  if (delivery.event) return yield* lineUp(context, client, delivery.event)
  if (delivery.by) return yield* takeTurn(context, client, channel, saidBy(delivery.text, delivery.extra, delivery.by))
  const flow = yield* channel.kind === 'test' ? context.flows.draft(client.project_id) : context.flows.published(client.project_id)
  const now = context.clock.now() + client.clock_offset
  const session = openSession(client, [], channel, { now })
  if (!flow || session.blocked || session.unsubscribed) return undefined

  const block = delivery.block === null ? undefined : flow.compiled.blocks.get(delivery.block)?.block
  const variables = yield* context.variables.open(client.project_id, channel.kind === 'test')
  const running = {
    client,
    members: { project: client.project_id, test: Number(channel.kind === 'test') },
    flow,
    now,
    asked: askedNothing(),
    block: () => delivery.block,
  }
  const apiKey = yield* context.mainKeys.of(client.project_id)
  const mainClient = flow.namesMain ? yield* mainOf(context.dialogues, client.id) : undefined
  const tools = toolsFor(context, running, { channel, nextOrder: undefined, apiKey, mainClient }, variables)
  const text = delivery.text || (block ? yield* renderFor(flow.compiled, session, block.text, tools) : '')
  if (!text.trim()) return undefined
  const message = yield* context.messages.add({
    client: client.id,
    turn: null,
    author: 'bot',
    text,
    extra: unreached(channel),
    block: block?.number ?? null,
    at: now,
  })
  yield* touchDialogue(context, running, { kind: 'text', text: '' }, session, [message])
  const told = yield* tellWebhooks(context, client, channel, session, [message])
  const handed = yield* handOver(context, running, channel, [message])
  return {
    project: client.project_id,
    client: client.id,
    channel: channel.key,
    outsideId: client.outside_id,
    turn: null,
    messages: [message],
    live: [],
    mails: new Set(),
    outgoing: told || handed,
  }
}

/** What a program planned takes its place in the client's inbox, and its turn comes in order. */
function* lineUp({ inbox, clock }: WorkContext, client: ClientRow, event: Event): Step<CommittedTurn> {
  const asked = askedNothing()
  const arrival = { channel: client.channel, outsideId: `planned:${randomUUID()}`, client: client.id, event, now: clock.now() }
  yield* inbox.add(arrival, inboxStates.waiting)
  asked.called.add(client.id)
  const { id, project_id: project, channel, outside_id: outsideId } = client
  return { project, client: id, channel, outsideId, turn: null, messages: [], asked, live: [], mails: new Set() }
}

/** What a person planned to say is said as if he wrote it now. */
const saidBy = (text: string, { attachments = [], buttons = [], answers }: Delivery['extra'], by: Speaker): Event => ({
  kind: 'operator',
  does: { act: 'say', text, attachments, buttons, by, ...(answers && { answers }) },
})
