import type { WorkContext } from './context.ts'
import type { DueJobs } from './due-jobs.ts'
import type { Step } from '@voronka/flow/engine'

interface ClientWork {
  commit<T>(job: () => Step<T>): Promise<T>
  stopped(): boolean
  fire(client: number, pending: number): Promise<void>
  hand(client: number): Promise<boolean>
  readonly jobs: DueJobs
}

/** Does whatever of one client is due, in due order, and asks for him again when the next of it is. */
export function dueOfClient({ timers, clients, clock }: WorkContext, { commit, stopped, fire, hand, jobs }: ClientWork) {
  return async (client: number): Promise<void> => {
    while (!stopped()) {
      const timer = await commit(() => timers.nextOfClient(client))
      if (timer && timer.fireAt <= clock.now()) await fire(client, timer.pending)
      else if (!(await hand(client))) break
    }
    await commit(function* () {
      if (yield* clients.lock(client)) yield* jobs.plan(client)
    })
  }
}
