import type { Step } from '@voronka/flow/engine'
import { isPassing } from '../db/storage-refused.ts'
import type { WorkContext } from './context.ts'
import { commandTurn, logSetAside, mostAttempts, type ErrorReport, type Outcome } from './event-turn.ts'

/** While a project has nothing to run, its due entries are looked at again this often. */
const retryMs = 60_000

/** Due entries that are fired side by side. */
const batch = 500

export interface DueWork {
  /** Runs a job in a transaction of its own. */
  commit<T>(job: () => Step<T>): Promise<T>
  stopped(): boolean
  readonly onError: ErrorReport
}

/**
 * Fires everything planned that is due, in due order (reliability-promises, P3.1, P3.2). The entry leaves its table in the transaction of its turn,
 * so it fires once whatever happens; one whose turn keeps failing is set aside.
 */
export function dueTimers(
  context: WorkContext,
  { commit, stopped, onError }: DueWork,
  afterTurn: (client: number, outcome: Outcome) => void,
) {
  const { timers, clients, clock } = context
  const failures = new Map<string, number>()

  function* fireOne(client: number, pending: number): Step<Outcome> {
    const outcome = yield* commandTurn(context, client, { kind: 'timer', pending })
    if (outcome.kind === 'nothing') yield* timers.postpone(client, pending, clock.now() + retryMs)
    return outcome
  }

  async function fire(client: number, pending: number): Promise<void> {
    const key = `${client}:${pending}`
    try {
      const outcome = await commit(() => fireOne(client, pending))
      failures.delete(key)
      afterTurn(client, outcome)
    } catch (error) {
      if (isPassing(error)) throw error
      const attempts = (failures.get(key) ?? 0) + 1
      failures.set(key, attempts)
      onError(error, { what: 'timer', client, pending, attempts })
      if (attempts < mostAttempts) return
      await commit(() => setAside(client, pending, error))
      failures.delete(key)
    }
  }

  function* setAside(id: number, pending: number, error: unknown): Step<void> {
    yield* timers.remove(id, pending)
    const client = yield* clients.find(id)
    if (client) yield* logSetAside(context, client, 'timer-set-aside', { pending: String(pending) }, error)
  }

  return {
    fire,
    next: () => commit(() => timers.next()),
    async work(): Promise<void> {
      for (;;) {
        const due = await commit(() => timers.due(clock.now(), batch))
        if (!due.length || stopped()) return
        await Promise.all(due.map(({ client, pending }) => fire(client, pending)))
      }
    },
  }
}
