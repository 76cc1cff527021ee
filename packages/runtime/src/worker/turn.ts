import { toPlain, type Value } from '@voronka/calculator'
import { sessionToJson, step, type Effect, type Event, type Session, type Step, type Turn } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import { extraOf, type StoredMessage } from '../clients/messages.store.ts'
import type { Doing } from '../orders/order-book.ts'
import type { Channel } from './channels-cache.ts'
import { touchDialogue } from '../clients/touch-dialogue.ts'
import { askedNothing, type AskedOfOthers } from './clients-port.ts'
import { storeIncoming } from './incoming-message.ts'
import type { WorkContext } from './context.ts'
import type { CommittedTurn } from './contract.ts'
import { openSession } from './open-session.ts'
import type { TurnVariables } from './project-variables.ts'
import { doingOf } from './orders-port.ts'
import { toolsFor } from './turn-tools.ts'
import type { ChangedVariable } from './turns.store.ts'

/** What a turn leaves to be done after its commit. */
export interface TurnDone extends CommittedTurn {
  readonly turn: number
  readonly asked: AskedOfOthers
  /** Moments of the real clock at which planned entries will fire. */
  readonly planned: readonly number[]
}

/**
 * One turn, inside a transaction: the engine decides, and everything that it decided is stored here, all or nothing (reliability-promises, P1.3).
 * Undefined, with nothing changed: the project has no flow to run (nothing published, or in the bin), or the planned entry is gone.
 */
export function* takeTurn(
  context: WorkContext,
  client: ClientRow,
  channel: Channel,
  event: Event,
  { tag, request = null }: { tag?: string | undefined; request?: string | null } = {},
): Step<TurnDone | undefined> {
  const started = performance.now()
  const test = channel.kind === 'test'
  const flow = yield* test ? context.flows.draft(client.project_id) : context.flows.published(client.project_id)
  if (!flow) return undefined
  const pending = yield* context.timers.ofClient(client.id)
  // It fired or was cancelled already.
  if (event.kind === 'timer' && !pending.some(({ id }) => id === event.pending)) return undefined
  const now = context.clock.now() + client.clock_offset
  const variables = yield* context.variables.open(client.project_id, test)
  const asked = askedNothing()
  const before = openSession(client, pending, channel, { now, tag })

  const running = { client, members: { project: client.project_id, test: Number(test) }, flow, now, asked }
  const nextOrder = before.order === null ? yield* context.orders.next(client.project_id) : undefined
  const tools = toolsFor(context, running, { channel, nextOrder, order: before.order }, variables)
  const decided = yield* step(flow.compiled, before, event, tools)
  const session = yield* settleOrders(context, client, decided, { before, test, doing: doingOf(client, now, asked), nextOrder })

  yield* context.variables.store(client.project_id, test, variables)
  yield* context.clients.save({
    id: client.id,
    name: session.client.name,
    session: sessionToJson(session),
    position: session.position,
    now: context.clock.now(),
  })
  const changed = changedVariables(before, session, variables)
  const took = performance.now() - started
  const turn = yield* context.turns.add({
    project: client.project_id,
    client: client.id,
    version: flow.version,
    at: now,
    took,
    request,
    trace: decided.trace,
    changed,
  })
  const incoming = yield* storeIncoming(context.messages, client.id, turn, event, now)
  const { messages: said, planned } = yield* carryOutAll(context, client, turn, event, decided, now)
  if (context.jobs && (planned.length || event.kind === 'timer')) yield* context.jobs.plan(client.id)
  const messages = incoming ? [incoming, ...said] : said
  yield* touchDialogue(context, running, event, session, messages)
  return {
    project: client.project_id,
    client: client.id,
    channel: channel.key,
    outsideId: client.outside_id,
    took,
    turn,
    messages,
    live: asked.live,
    mails: asked.mails,
    asked,
    planned,
  }
}

/**
 * Stores what the turn closed, then opens what it began, in this order, so that they get the numbers that `order_id` told; then what it wrote to the
 * current order, whose variables functions and pages read in its own row.
 */
function* settleOrders(
  { orders }: WorkContext,
  client: ClientRow,
  { session, effects, orderChanged }: Turn,
  { before, test, doing, nextOrder }: { before: Session; test: boolean; doing: Doing; nextOrder: number | undefined },
): Step<Session> {
  const opens = session.order === null && session.variables.order.size > 0
  const stores = effects.some((effect) => effect.type === 'close-order' && effect.order === null)
  if (nextOrder !== undefined && (opens || stores)) yield* orders.numbers.hold(client.project_id, 'order', nextOrder)
  for (const effect of effects) {
    if (effect.type === 'close-order') yield* orders.submit(doing, client, test, effect.order, effect.variables)
  }
  const { order, variables } = session
  if (order === null)
    return variables.order.size === 0 ? session : { ...session, order: yield* orders.open(doing, client, test, variables.order) }
  if (orderChanged) yield* orders.storeVariables(doing, order, before.order === order ? before.variables.order : new Map(), variables.order)
  return session
}

function* carryOutAll(context: WorkContext, client: ClientRow, turn: number, event: Event, { effects }: Turn, now: number) {
  const messages: StoredMessage[] = []
  const planned: number[] = []
  let postponed = false
  for (const effect of effects) {
    yield* carryOut(context, client, turn, effect, now, messages, planned)
    if (effect.type === 'postpone' && event.kind === 'timer' && effect.pending === event.pending) postponed = true
  }
  // The entry that a timer event names has fired or was dropped, unless the turn postpones it (engine contract, Effect).
  if (event.kind === 'timer' && !postponed) yield* context.timers.remove(client.id, event.pending)
  return { messages, planned }
}

function* carryOut(
  context: WorkContext,
  client: ClientRow,
  turn: number,
  effect: Effect,
  now: number,
  messages: StoredMessage[],
  planned: number[],
): Step<void> {
  switch (effect.type) {
    case 'say': {
      const { text, block, by } = effect.message
      messages.push(
        yield* context.messages.add({
          client: client.id,
          turn,
          author: 'bot',
          text,
          extra: extraOf(effect.message),
          block,
          at: now,
          ...(by && { by }),
        }),
      )
      return
    }
    case 'plan':
      yield* context.timers.add(client.id, client.project_id, effect.entry, client.clock_offset)
      planned.push(effect.entry.due - client.clock_offset)
      return
    case 'cancel':
      return yield* context.timers.remove(client.id, effect.pending)
    case 'postpone': {
      const fireAt = effect.until - client.clock_offset
      planned.push(fireAt)
      return yield* context.timers.postpone(client.id, effect.pending, fireAt)
    }
    case 'close-order':
      // Stored already, before the session was.
      return
    case 'log':
      return yield* context.log.write(client.project_id, client.id, effect, now)
    default:
      return effect satisfies never
  }
}

/** What the turn changed, for the trace: the engine hands back the very same map where nothing was written. */
function changedVariables(before: Session, after: Session, project: TurnVariables): ChangedVariable[] {
  const changed: ChangedVariable[] = []
  for (const scope of ['order', 'client'] as const) {
    const [was, is] = [before.variables[scope], after.variables[scope]]
    if (was === is) continue
    for (const [name, value] of is) if (was.get(name) !== value) changed.push(change(scope, name, was.get(name), value))
    for (const [name, value] of was) if (!is.has(name)) changed.push(change(scope, name, value, undefined))
  }
  for (const [name, value] of project.changes) changed.push(change('project', name, project.before.get(name), value))
  return changed
}

const change = (scope: ChangedVariable['scope'], name: string, before: Value | undefined, after: Value | undefined): ChangedVariable => ({
  scope,
  name,
  before: toPlain(before ?? null),
  after: toPlain(after ?? null),
})
