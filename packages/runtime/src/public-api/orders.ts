import type { Step } from '@voronka/flow/engine'
import type { OrderRow } from '../orders/orders.store.ts'
import type { PublicCall } from './action.ts'
import { clientById, type FoundClient } from './clients.ts'
import { sessionOf } from './session-of.ts'

/** The order of a client that is meant: the one of that number, else his current one. Undefined: there is none, or it is not his. */
export function* orderOf(
  { installation, project }: PublicCall,
  { client, test }: FoundClient,
  number: number | undefined,
): Step<OrderRow | undefined> {
  const wanted = number ?? (yield* sessionOf(installation, client)).order
  if (wanted === null) return undefined
  const row = yield* installation.orders.store.find(project, wanted)
  return row?.client_id === client.id && row.test === Number(test) ? row : undefined
}

/** The client and his order that a call names. */
export function* named(call: PublicCall): Step<FoundClient & { readonly order: OrderRow | undefined }> {
  const { params, installation, project } = call
  const found = yield* clientById(installation, project, params.needId('client_id'))
  return { ...found, order: yield* orderOf(call, found, params.id('order_id')) }
}
