import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from './context.ts'
import { eventTurn, type ErrorReport, type Outcome } from './event-turn.ts'
import type { RunnableFlow } from './flows.ts'
import type { WaitingCall } from './journal/journals.store.ts'
import type { TurnDone } from './turn.ts'

/** After storage refused, what waits is looked at again so soon. */
const retryMs = 1000

interface LaneWork {
  commit<T>(job: () => Step<T>): Promise<T>
  track(work: Promise<void>): Promise<void>
  stopped(): boolean
  /** Resolves when the worker stops. */
  readonly stopping: Promise<undefined>
  readonly onError: ErrorReport
  afterTurn(done: TurnDone): void
}

/** What a lane does next. */
type Next = Outcome | { readonly kind: 'call'; readonly call: WaitingCall } | { readonly kind: 'elsewhere'; readonly until: number }

/**
 * One lane a client (reliability-promises, P2.1). Whoever is not `behind` has nothing waiting: his events are worked off as they come, which on
 * SQLite is in the order in which they came. The events of a client who is behind wait in the inbox and are worked off from there, in order.
 * A turn that waits for an answer from outside holds up its own lane only.
 */
export function createLanes(context: WorkContext, { commit, track, stopped, stopping, onError, afterTurn }: LaneWork) {
  const { inbox, clients, channels, clock, journals, caller } = context
  const behind = new Set<number>()
  const draining = new Map<number, Promise<void>>()
  /** Asked for while their lanes work, since these began their last look: what it found may be outdated. */
  const askedMeanwhile = new Set<number>()

  /** The flows that waiting turns of the test chat began with: the draft may change meanwhile, and no version keeps it. */
  const flows = new Map<number, RunnableFlow>()

  function* next(id: number): Step<Next | undefined> {
    askedMeanwhile.delete(id)
    const client = yield* clients.lock(id)
    const row = client && (yield* inbox.nextOf(id, client.calling))
    const channel = client && (yield* channels.find(client.channel))
    if (row && client && channel) {
      const open = client.calling === row.id ? yield* journals.find(row.id, clock.now()) : undefined
      if (open?.state === 'calling') return { kind: 'elsewhere', until: open.until }
      if (open?.state === 'unanswered') {
        yield* journals.take(row.id, clock.now() + caller.longestMs(open.call))
        return { kind: 'call', call: open.call }
      }
      const resumed = open && { journal: open.journal, past: open.past, flow: flows.get(row.id) }
      return yield* eventTurn(context, row, { client, channel, resumed }, { behind, onError })
    }
    // Nothing waits any more: from here on his events are worked off as they come. What was committed while the database looked was not seen by it.
    if (!askedMeanwhile.has(id)) behind.delete(id)
    return undefined
  }

  async function workOff(client: number): Promise<void> {
    try {
      while (!stopped()) {
        const step = await commit(() => next(client))
        if (step === undefined) {
          // Somebody may have called him after the last look and within the same commit.
          if (!behind.has(client)) return
        } else if (step.kind === 'call') {
          if (!(await makeCall(step.call))) return
        } else if (step.kind === 'elsewhere') {
          clock.at(step.until, () => drainSoon(client))
          return
        } else if (step.kind === 'done' || step.kind === 'calling') taken(step)
      }
    } finally {
      draining.delete(client)
      askedMeanwhile.delete(client)
    }
  }

  /** Outside of every transaction. False: the server is stopping; the call is made again, with the same key, when it starts. */
  async function makeCall(call: WaitingCall): Promise<boolean> {
    const answer = await Promise.race([caller.call(call), stopping])
    if (answer === undefined) return false
    await commit(() => journals.answer(call, answer))
    return true
  }

  /** What follows from a turn, whether it is finished or waits for an answer from outside. */
  function taken({ kind, done, event }: Extract<Outcome, { done: TurnDone }>): void {
    if (event !== undefined) {
      if (kind === 'calling' && done.waits?.journal.start.version === null) flows.set(event, done.waits.flow)
      if (kind === 'done') flows.delete(event)
    }
    afterTurn(done)
  }

  /** Works off what waits in a client's inbox. */
  function drain(client: number): Promise<void> {
    // Also while his lane works: it may have taken its last look within the very commit that brought him this event, and stops unless he is behind.
    behind.add(client)
    const running = draining.get(client)
    if (running) {
      askedMeanwhile.add(client)
      return running
    }
    const work = track(workOff(client))
    draining.set(client, work)
    return work
  }

  /** The same for nobody who waits for it: when storage refuses, it is tried again. */
  function drainSoon(client: number): void {
    drain(client).catch((error: unknown) => {
      onError(error, { what: 'inbox', client })
      if (!stopped()) clock.at(clock.now() + retryMs, () => drainSoon(client))
    })
  }

  return { behind, drain, drainSoon, taken }
}
