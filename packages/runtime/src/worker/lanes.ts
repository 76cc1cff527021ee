import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from './context.ts'
import { eventTurn, type ErrorReport, type Outcome } from './event-turn.ts'
import type { TurnDone } from './turn.ts'

/** After storage refused, what waits is looked at again so soon. */
const retryMs = 1000

interface LaneWork {
  commit<T>(job: () => Step<T>): Promise<T>
  track(work: Promise<void>): Promise<void>
  stopped(): boolean
  readonly onError: ErrorReport
  afterTurn(done: TurnDone): void
}

/**
 * One lane a client (reliability-promises, P2.1). Whoever is not `behind` has nothing waiting: his events are worked off as they come, which on
 * SQLite is in the order in which they came. The events of a client who is behind wait in the inbox and are worked off from there, in order.
 */
export function createLanes(context: WorkContext, { commit, track, stopped, onError, afterTurn }: LaneWork) {
  const { inbox, clients, channels, clock } = context
  const behind = new Set<number>()
  const draining = new Map<number, Promise<void>>()

  function* next(id: number): Step<Outcome | undefined> {
    const client = yield* clients.lock(id)
    const row = client && (yield* inbox.nextOf(id))
    const channel = client && (yield* channels.find(client.channel))
    if (row && client && channel) return yield* eventTurn(context, row, { client, channel }, { behind, onError })
    // Nothing waits any more: from here on his events are worked off as they come.
    behind.delete(id)
    return undefined
  }

  async function workOff(client: number): Promise<void> {
    try {
      while (!stopped()) {
        const outcome = await commit(() => next(client))
        if (outcome?.kind === 'done') afterTurn(outcome.done)
        // Somebody may have called him after the last look and within the same commit.
        else if (outcome === undefined && !behind.has(client)) return
      }
    } finally {
      draining.delete(client)
    }
  }

  /** Works off what waits in a client's inbox. */
  function drain(client: number): Promise<void> {
    const running = draining.get(client)
    if (running) return running
    behind.add(client)
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

  return { behind, drain, drainSoon }
}
