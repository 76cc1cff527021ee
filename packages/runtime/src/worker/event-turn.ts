import type { Event, Step } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import type { ClientRow } from '../clients/clients.store.ts'
import { isPassing } from '../db/storage-refused.ts'
import type { Channel } from './channels-cache.ts'
import type { WorkContext } from './context.ts'
import { inboxStates, type WaitingEvent } from './inbox.store.ts'
import type { Arrived } from './open-session.ts'
import { takeTurn, type Resumed, type TurnDone } from './turn.ts'

/** A turn that fails this often is set aside, so that the client's later events go on (reliability-promises, P4.9). */
export const mostAttempts = 3

/**
 * What became of an event: its turn; a turn that waits for an answer from outside; another attempt to come, or its place in the inbox; or nothing (set
 * aside, or its project has nothing to run any more).
 */
export type Outcome =
  | { readonly kind: 'done' | 'calling'; readonly done: TurnDone; readonly event: number | undefined }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'nothing' }

/** Whose turn it is, through what he is reached, and how it goes on where it was cut. */
interface TurnOf {
  readonly client: ClientRow
  readonly channel: Channel
  readonly arrived?: Arrived | undefined
  readonly resumed?: Resumed | undefined
}

export type ErrorReport = (error: unknown, about: Readonly<Record<string, unknown>>) => void

/**
 * The turn of an event that is in the inbox, behind a savepoint of its own: when it fails, the event stays and only the turn is taken back. Whoever
 * has something waiting in his inbox after it - the client himself, or those whom the turn called - is `behind` from this moment on, so that
 * nothing overtakes it within the same commit.
 */
export function* eventTurn(
  context: WorkContext,
  row: WaitingEvent,
  of: TurnOf,
  { behind, onError }: { behind: Set<number>; onError: ErrorReport },
): Step<Outcome> {
  const { client } = of
  try {
    // Not a generator written here: each that is made anew has a hidden class of its own, which would keep this turn in memory until a full collection.
    return yield* context.db.nested(() => turnOf(context, row, of, behind))
  } catch (error) {
    // Not the fault of this event: the whole transaction is run again, or its sender comes back.
    if (isPassing(error)) throw error
    const attempts = row.attempts + 1
    onError(error, { what: 'turn', client: client.id, project: client.project_id, event: row.id, attempts, request: row.request })
    context.variables.forget()
    const setAside = attempts >= mostAttempts
    yield* context.inbox.failed(row.id, attempts, setAside)
    if (setAside) yield* giveUp(context, client, row, error)
    else behind.add(client.id)
    return { kind: setAside ? 'nothing' : 'waiting' }
  }
}

function* turnOf(
  context: WorkContext,
  row: WaitingEvent,
  { client, channel, arrived, resumed }: TurnOf,
  behind: Set<number>,
): Step<Outcome> {
  const done = yield* takeTurn(context, client, channel, row.event, { arrived, outsideId: row.outsideId, request: row.request, resumed })
  for (const called of done?.asked.called ?? []) behind.add(called)
  if (done?.waits) {
    behind.add(client.id)
    yield* context.inbox.suspend(row.id)
    yield* openJournal(context, client, row.id, done)
    return { kind: 'calling', done, event: row.id }
  }
  if (client.calling === row.id) yield* context.journals.remove(row.id, client.id)
  yield* context.inbox.finish(row.id, done?.turn ?? resumed?.journal.start.turn ?? null)
  return done ? { kind: 'done', done, event: row.id } : { kind: 'nothing' }
}

function* giveUp(context: WorkContext, client: ClientRow, { id, event }: WaitingEvent, error: unknown): Step<void> {
  if (client.calling === id) yield* context.journals.remove(id, client.id)
  if (event.kind === 'timer') yield* context.timers.remove(client.id, event.pending)
  yield* logSetAside(context, client, 'turn-set-aside', { event: String(id) }, error)
}

function* openJournal({ journals, caller, clock }: WorkContext, client: ClientRow, event: number, { turn, waits }: TurnDone): Step<void> {
  if (!waits) return
  const { request, number, journal } = waits
  const call = { event, number, key: `${turn}-${number}`, project: client.project_id, request }
  yield* journals.save(call, client.id, journal, clock.now() + caller.longestMs(call))
}

/**
 * An event of a client whom we know, which is not in the inbox: a due timer, a person's command. While his turn waits for an answer from outside it
 * is put there (reliability-promises, P2.1), and there stays what waits for one itself.
 */
export function* commandTurn(context: WorkContext, id: number, event: Event): Step<Outcome> {
  const client = yield* context.clients.lock(id)
  const channel = client && (yield* context.channels.find(client.channel))
  if (!client || !channel) return { kind: 'nothing' }
  if (client.calling !== null) {
    yield* putIntoInbox(context, client, event)
    // It fires from the inbox.
    if (event.kind === 'timer') yield* context.timers.postpone(client.id, event.pending, endOfTime)
    return { kind: 'waiting' }
  }
  const done = yield* takeTurn(context, client, channel, event)
  if (!done) return { kind: 'nothing' }
  if (!done.waits) return { kind: 'done', done, event: undefined }
  const row = yield* putIntoInbox(context, client, event)
  yield* openJournal(context, client, row, done)
  return { kind: 'calling', done, event: row }
}

const endOfTime = 8.64e15

function* putIntoInbox({ inbox, clock }: WorkContext, { id: client, channel }: ClientRow, event: Event): Step<number> {
  const outsideId = `${event.kind}:${randomUUID()}`
  const row = yield* inbox.add({ channel, outsideId, client, event, now: clock.now() }, inboxStates.waiting)
  if (row === undefined) throw new Error('An event of our own was there already.')
  return row
}

/** An owner should know that something was given up. */
export function* logSetAside(
  { log, clock }: WorkContext,
  { id, project_id: project }: ClientRow,
  code: string,
  facts: Readonly<Record<string, string>>,
  error: unknown,
): Step<void> {
  const why = error instanceof Error ? error.message : String(error)
  yield* log.write(project, id, { level: 'error', code, facts: { ...facts, error: why } }, clock.now())
}
