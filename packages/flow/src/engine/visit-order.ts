import type { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'

/** By these the block that handles a CRM callback knows the order: an older page of the documentation has the second name (crm-and-tasks, section 7). */
const orderNames = ['callback_order_id', 'callback_query_id']

/**
 * A CRM callback tells of an order: "while a block handles it the order named in `callback_order_id` is current; from the next block on the usual rule
 * applies" (crm-and-tasks, section 5.2).
 */
export function* visitOrder(turn: OpenTurn, order: number): Step<void> {
  const { session, tools } = turn
  for (const name of orderNames) session.variables.client.set(name, order)
  if (session.order === order) return
  const variables = yield* settle(tools.ports.orders.variables(order))
  // It was deleted: the callback may well say so.
  if (!variables) return
  turn.visited = { order: session.order, variables: session.variables.order.snapshot() }
  session.order = order
  session.variables.order.replace(variables)
}

/** Back to the order that was current before, unless a script has chosen another one meanwhile. */
export function* leaveOrder(turn: OpenTurn): Step<void> {
  const { session, tools, visited } = turn
  if (!visited) return
  const { order } = session.variables
  if (order.changed && session.order !== null) yield* settle(tools.ports.orders.storeVariables(session.order, order.snapshot()))
  turn.visited = undefined
  session.order = visited.order
  // Functions may have written to it meanwhile as to any other order.
  const stored = visited.order === null ? undefined : yield* settle(tools.ports.orders.variables(visited.order))
  order.replace(stored?.size ? stored : visited.variables)
}
