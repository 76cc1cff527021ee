import type { WorkContext } from './context.ts'
import type { CommittedTurn } from './contract.ts'
import { deliver } from './deliver.ts'
import type { Delivery } from './deliveries.store.ts'
import type { DueWork } from './due-timers.ts'
import { isPassing } from '../db/storage-refused.ts'
import { logSetAside } from './event-turn.ts'

/** Messages that are delivered before it is looked at again what is due. */
const batch = 500

/** Delivers the messages of `message(...)` whose moment has come. One that cannot be delivered is given up, so that the others go on. */
export function dueDeliveries(context: WorkContext, { commit, stopped, onError }: DueWork, announce: (delivered: CommittedTurn) => void) {
  const { deliveries, clients, clock } = context

  async function hand(delivery: Delivery): Promise<void> {
    const delivered = await commit(function* () {
      try {
        return yield* context.db.nested(() => deliver(context, delivery))
      } catch (error) {
        if (isPassing(error)) throw error
        onError(error, { what: 'delivery', client: delivery.client, delivery: delivery.id })
        yield* deliveries.take(delivery.id)
        const client = yield* clients.find(delivery.client)
        if (client) yield* logSetAside(context, client, 'delivery-set-aside', {}, error)
        return undefined
      }
    })
    if (delivered) announce(delivered)
  }

  return {
    /** The next of one client; false: nothing of him is due. */
    async handNext(client: number): Promise<boolean> {
      const delivery = await commit(() => deliveries.nextOfClient(client, clock.now()))
      if (delivery) await hand(delivery)
      return delivery !== undefined
    },
    next: () => commit(() => deliveries.next()),
    async work(): Promise<void> {
      for (;;) {
        const due = await commit(() => deliveries.due(clock.now(), batch))
        if (!due.length || stopped()) return
        for (const delivery of due) await hand(delivery)
      }
    },
  }
}
