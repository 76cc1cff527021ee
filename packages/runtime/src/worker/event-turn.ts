import type { Event, Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import { isPassing } from '../db/storage-refused.ts'
import type { Channel } from './channels-cache.ts'
import type { WorkContext } from './context.ts'
import type { WaitingEvent } from './inbox.store.ts'
import { takeTurn, type TurnDone } from './turn.ts'

/** A turn that fails this often is set aside, so that the client's later events go on (reliability-promises, P4.9). */
export const mostAttempts = 3

/** What became of an event: its turn, another attempt to come, or nothing (set aside, or its project has nothing to run any more). */
export type Outcome = { readonly kind: 'done'; readonly done: TurnDone } | { readonly kind: 'waiting' } | { readonly kind: 'nothing' }

export type ErrorReport = (error: unknown, about: Readonly<Record<string, unknown>>) => void

/**
 * The turn of an event that is in the inbox, behind a savepoint of its own: when it fails, the event stays and only the turn is taken back. Whoever
 * has something waiting in his inbox after it - the client himself, or those whom the turn called - is `behind` from this moment on, so that
 * nothing overtakes it within the same commit.
 */
export function* eventTurn(
  context: WorkContext,
  row: WaitingEvent,
  { client, channel, tag }: { client: ClientRow; channel: Channel; tag?: string },
  { behind, onError }: { behind: Set<number>; onError: ErrorReport },
): Step<Outcome> {
  try {
    return yield* context.db.nested(function* (): Step<Outcome> {
      const done = yield* takeTurn(context, client, channel, row.event, { tag, request: row.request })
      yield* context.inbox.finish(row.id, done?.turn ?? null)
      for (const called of done?.asked.called ?? []) behind.add(called)
      return done ? { kind: 'done', done } : { kind: 'nothing' }
    })
  } catch (error) {
    // Not the fault of this event: the whole transaction is run again, or its sender comes back.
    if (isPassing(error)) throw error
    const attempts = row.attempts + 1
    onError(error, { what: 'turn', client: client.id, project: client.project_id, event: row.id, attempts, request: row.request })
    context.variables.forget()
    const setAside = attempts >= mostAttempts
    yield* context.inbox.failed(row.id, attempts, setAside)
    if (setAside) yield* logSetAside(context, client, 'turn-set-aside', { event: String(row.id) }, error)
    else behind.add(client.id)
    return { kind: setAside ? 'nothing' : 'waiting' }
  }
}

/** An event of a client whom we know, which is not in the inbox: a due timer, a person's command. Undefined: there is nothing to run it. */
export function* commandTurn(context: WorkContext, id: number, event: Event): Step<TurnDone | undefined> {
  const client = yield* context.clients.lock(id)
  const channel = client && (yield* context.channels.find(client.channel))
  return client && channel && (yield* takeTurn(context, client, channel, event))
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
