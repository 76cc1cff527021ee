import { drive, type Step } from '@voronka/flow/engine'
import type { PaymentsPort } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import { doingOf } from '../worker/orders-port.ts'
import type { Running } from '../worker/running-client.ts'

/** Payments as scripts of this client's turn reach them, inside its transaction. */
export function paymentsPort({ payments, orders }: WorkContext, running: Running): PaymentsPort {
  const { client, members } = running

  function* create({ order: number, ...bill }: Parameters<PaymentsPort['create']>[0]): Step<string | undefined> {
    const order = yield* orders.store.find(client.project_id, number)
    if (!order || order.test !== members.test) return undefined
    return (yield* payments.create(doingOf(running), order, bill))?.link
  }
  return { create: (bill) => drive(create(bill)) }
}
