import { toPlain, type Value } from '@voronka/calculator'
import { beginStep, sessionToJson, type Effect, type Event, type Session, type Step, type Turn } from '@voronka/flow/engine'
import type { OutboundRequest } from '@voronka/functions'
import type { ClientRow } from '../clients/clients.store.ts'
import { extraOf, type StoredMessage } from '../clients/messages.store.ts'
import type { Doing } from '../orders/order-book.ts'
import type { Channel } from './channels-cache.ts'
import type { Running } from './running-client.ts'
import { notifyRequest } from '../orders/notify-request.ts'
import { keepContacts } from '../clients/keep-contacts.ts'
import { mainOf } from '../clients/merge-clients.ts'
import { touchDialogue } from '../clients/touch-dialogue.ts'
import { askedNothing, type AskedOfOthers } from './clients-port.ts'
import { storeIncoming } from './incoming-message.ts'
import type { WorkContext } from './context.ts'
import type { CommittedTurn } from './contract.ts'
import type { RunnableFlow } from './flows.ts'
import { TurnJournal, type Segment, type StoredJournal, type TurnStart } from './journal/turn-journal.ts'
import { openSession, type Arrived } from './open-session.ts'
import { unreached } from './unreached.ts'
import type { TurnVariables } from './project-variables.ts'
import { doingOf } from './orders-port.ts'
import { queueWebhook } from '../webhooks/block-webhook.ts'
import { tellWebhooks } from '../webhooks/tell-webhooks.ts'
import { handOver } from '../messengers/hand-over.ts'
import { toolsFor } from './turn-tools.ts'
import type { ChangedVariable, NewTurn } from './turns.store.ts'

/** What a turn leaves to be done after its commit. */
export interface TurnDone extends CommittedTurn {
  readonly turn: number
  readonly asked: AskedOfOthers
  /** Moments of the real clock at which planned entries will fire. */
  readonly planned: readonly number[]
  /** It is not finished: it was cut at this call to the outside, and goes on from its journal when there is an answer. */
  readonly waits:
    | {
        readonly request: OutboundRequest
        readonly number: number
        readonly journal: StoredJournal
        readonly flow: RunnableFlow
      }
    | undefined
}

/** How a turn that was cut is taken up again. */
export interface Resumed {
  readonly journal: StoredJournal
  readonly past: readonly Segment[]
  /** The flow that it began with, where it is still known. */
  readonly flow?: RunnableFlow
}

interface HowItCame {
  readonly arrived?: Arrived | undefined
  /** What its channel calls it. */
  readonly outsideId?: string
  readonly request?: string | null
  readonly resumed?: Resumed | undefined
}

/**
 * One turn, inside a transaction: the engine decides, and everything that it decided is stored here, all or nothing (reliability-promises, P1.3). One
 * that asks for a call to the outside is cut there: what it has come to is stored, and it is run again from its start when there is an answer.
 * Undefined, with nothing changed: the project has no flow to run (nothing published, or in the bin), or the planned entry is gone.
 */
export function* takeTurn(
  context: WorkContext,
  client: ClientRow,
  channel: Channel,
  event: Event,
  { arrived, outsideId, request = null, resumed }: HowItCame = {},
): Step<TurnDone | undefined> {
  const started = performance.now()
  const test = channel.kind === 'test'
  const flow = yield* flowOf(context, client, test, resumed)
  if (!flow) return undefined
  const pending = yield* context.timers.ofClient(client.id)
  const now = resumed?.journal.start.now ?? context.clock.now() + client.clock_offset
  const stored = openSession(client, pending, channel, { name: arrived?.name, tag: arrived?.tag, fullName: arrived?.fullName, now })
  const before = resumed?.journal.start.session ?? stored
  // It fired or was cancelled already.
  if (event.kind === 'timer' && !before.pending.some(({ id }) => id === event.pending)) return undefined
  const journal = new TurnJournal(resumed?.past, stored)
  const variables = yield* context.variables.open(client.project_id, test, journal)
  const asked = askedNothing()
  let block = (): number | null => null
  const running: Running = { client, members: { project: client.project_id, test: Number(test) }, flow, now, asked, block: () => block() }

  const nextOrder = resumed
    ? resumed.journal.start.nextOrder
    : before.order === null
      ? yield* context.orders.next(client.project_id)
      : undefined
  const apiKey = yield* context.mainKeys.of(client.project_id)
  const mainClient = flow.namesMain ? yield* mainOf(context.dialogues, client.id) : undefined
  const tools = toolsFor(context, running, { channel, nextOrder, apiKey, mainClient }, variables, journal)
  const begun = beginStep(flow.compiled, before, event, tools)
  block = begun.block
  const decided = yield* untilCall(begun, journal)
  const carried = resumed?.journal.carried ?? 0
  const effects = carried ? decided.effects.slice(carried) : decided.effects
  const session = yield* settleOrders(
    context,
    client,
    carried ? { ...decided, effects } : decided,
    // A turn that was cut has opened its first order then: what it told of later numbers is not held against it.
    { before: stored, test, doing: doingOf(running), nextOrder: resumed ? undefined : nextOrder, running },
  )

  yield* context.variables.store(client.project_id, test, variables)
  yield* context.clients.save({
    id: client.id,
    name: session.client.name,
    session: sessionToJson(session),
    position: session.position,
    now: context.clock.now(),
  })
  const took = performance.now() - started
  const stays = {
    project: client.project_id,
    client: client.id,
    version: flow.version,
    at: now,
    took,
    trace: decided.trace,
    changed: changedVariables(before, session, variables),
    request,
  }
  const turn = yield* storeTurn(context, stays, resumed)
  const incoming = resumed
    ? undefined
    : yield* storeIncoming(context.messages, client.id, turn, event, now, channel.outside ? outsideId : undefined)
  const { messages: said, planned } = yield* carryOutAll(
    context,
    { client, channel },
    turn,
    resumed ? undefined : event,
    { effects, carried, facts: session.client },
    now,
  )
  if (context.jobs && (planned.length || event.kind === 'timer')) yield* context.jobs.plan(client.id)
  if (session.blocked && !before.blocked) yield* context.deliveries.cancelOfBot(client.id)
  const messages = incoming ? [incoming, ...said] : said
  yield* touchDialogue(context, running, event, session, messages)
  yield* keepContacts(context.dialogues, client.id, stored.variables.client, session.variables.client)
  const told = yield* tellWebhooks(context, client, channel, session, messages)
  const handed = yield* handOver(context, running, channel, said)
  const start: TurnStart = resumed?.journal.start ?? { turn, now, tag: arrived?.tag, version: flow.version, session: before, nextOrder }
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
    outgoing: told || handed || asked.outgoing.size > 0 || effects.some(({ type }) => type === 'webhook'),
    asked,
    planned,
    waits: journal.wanted && waitsFor(journal, journal.wanted, start, decided, flow),
  }
}

function* flowOf(
  context: WorkContext,
  { project_id: project }: ClientRow,
  test: boolean,
  resumed?: Resumed,
): Step<RunnableFlow | undefined> {
  if (resumed?.flow) return resumed.flow
  const version = resumed?.journal.start.version ?? null
  if (version !== null) return yield* context.flows.version(project, version)
  return yield* test ? context.flows.draft(project) : context.flows.published(project)
}

/** Runs the engine until it is done or wants something from outside; then what it has come to. */
function* untilCall({ run, soFar }: Pick<ReturnType<typeof beginStep>, 'run' | 'soFar'>, journal: TurnJournal): Step<Turn> {
  let next = run.next()
  while (!next.done) {
    if (journal.wanted) return soFar()
    let answer: unknown
    try {
      answer = yield Promise.race([next.value, journal.whenWanted])
    } catch (error) {
      next = run.throw(error)
      continue
    }
    if (journal.wanted) return soFar()
    next = run.next(answer)
  }
  return next.value
}

function waitsFor(
  journal: TurnJournal,
  request: OutboundRequest,
  start: TurnStart,
  { effects }: Turn,
  flow: RunnableFlow,
): TurnDone['waits'] {
  const segments = journal.cut()
  return { request, number: segments.length, journal: { start, carried: effects.length, segments }, flow }
}

function* storeTurn({ turns }: WorkContext, turn: NewTurn, resumed: Resumed | undefined): Step<number> {
  if (!resumed) return yield* turns.add(turn)
  yield* turns.rewrite(resumed.journal.start.turn, turn)
  return resumed.journal.start.turn
}

/**
 * Stores what the turn closed, then opens what it began, in this order, so that they get the numbers that `order_id` told; then what it wrote to the
 * current order, whose variables functions and pages read in its own row.
 */
function* settleOrders(
  context: WorkContext,
  client: ClientRow,
  { session, effects, orderChanged }: Turn,
  {
    before,
    test,
    doing,
    nextOrder,
    running: { flow, now, asked },
  }: { before: Session; test: boolean; doing: Doing; nextOrder: number | undefined; running: Running },
): Step<Session> {
  const { orders } = context
  const opens = session.order === null && session.variables.order.size > 0
  const stores = effects.some((effect) => effect.type === 'close-order' && effect.order === null)
  if (nextOrder !== undefined && (opens || stores)) yield* orders.numbers.hold(client.project_id, 'order', nextOrder)
  for (const effect of effects) {
    if (effect.type !== 'close-order') continue
    const row = yield* orders.submit(doing, client, test, effect.order, effect.variables)
    const { language } = flow.project.settings
    if (row) yield* notifyRequest(context, { row, clientName: session.client.name, language, now, asked })
  }
  const { order, variables } = session
  if (order === null)
    return variables.order.size === 0 ? session : { ...session, order: yield* orders.open(doing, client, test, variables.order) }
  if (orderChanged) yield* orders.storeVariables(doing, order, before.order === order ? before.variables.order : new Map(), variables.order)
  return session
}

/** Somebody, and through what he is reached. */
interface Reached {
  readonly client: ClientRow
  readonly channel: Channel
}

/** `event`: what began the turn, unless that was dealt with when it was cut. */
function* carryOutAll(
  context: WorkContext,
  reached: Reached,
  turn: number,
  event: Event | undefined,
  { effects, carried, facts }: { effects: readonly Effect[]; carried: number; facts: Session['client'] },
  now: number,
) {
  const { client } = reached
  const messages: StoredMessage[] = []
  const planned: number[] = []
  let postponed = false
  for (const [at, effect] of effects.entries()) {
    if (effect.type === 'webhook') yield* queueWebhook(context, client, facts, `${turn}-${carried + at}`, effect)
    yield* carryOut(context, reached, turn, effect, now, messages, planned)
    if (effect.type === 'postpone' && event?.kind === 'timer' && effect.pending === event.pending) postponed = true
  }
  // The entry that a timer event names has fired or was dropped, unless the turn postpones it (engine contract, Effect).
  if (event?.kind === 'timer' && !postponed) yield* context.timers.remove(client.id, event.pending)
  return { messages, planned }
}

function* carryOut(
  context: WorkContext,
  { client, channel }: Reached,
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
          extra: { ...extraOf(effect.message), ...unreached(channel) },
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
    case 'webhook':
      // Stored already: the one before the session was, the other by its place among the effects.
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
  for (const [name, { before: was, after: is }] of project.written) changed.push(change('project', name, was, is))
  return changed
}

const change = (scope: ChangedVariable['scope'], name: string, before: Value | undefined, after: Value | undefined): ChangedVariable => ({
  scope,
  name,
  before: toPlain(before ?? null),
  after: toPlain(after ?? null),
})
