import type { Dict } from '@voronka/calculator'
import { sessionToJson, storeVariable, type CarriedVariables, type Session, type Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import { keepContacts } from '../clients/keep-contacts.ts'
import type { Doing } from '../orders/order-book.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'

/**
 * Stores variables of a client as somebody outside of his dialogue does: those of his current order, which opens with the first of them (crm-and-tasks,
 * section 5.2), and his own. What is refused (an impossible name, a limit) is left out. He is locked meanwhile, as in a turn.
 */
export function* storeValues(
  context: WorkContext,
  doing: Doing,
  id: number,
  { order: ofOrder, client: own }: CarriedVariables,
  change: (session: Session) => Session = (session) => session,
): Step<void> {
  const row = yield* context.clients.lock(id)
  const channel = row && (yield* context.channels.find(row.channel))
  if (!row || !channel) return
  const session = openSession(row, [], channel, { now: row.created_at })
  const client = new Map(session.variables.client)
  for (const [name, value] of own) storeVariable(client, name, value)
  const order = new Map(session.variables.order)
  for (const [name, value] of ofOrder) storeVariable(order, name, value)
  const number = ofOrder.length
    ? yield* keepOrder(context, { ...doing, running: id }, row, channel.kind === 'test', session, order)
    : session.order
  const after = change({ ...session, order: number, variables: { order, client } })
  yield* context.clients.save({
    id,
    name: after.client.name,
    session: sessionToJson(after),
    position: after.position,
    now: context.clock.now(),
  })
  yield* context.dialogues.mark(id)
  yield* keepContacts(context.dialogues, id, session.variables.client, after.variables.client)
}

function* keepOrder(
  { orders }: WorkContext,
  doing: Doing,
  client: ClientRow,
  test: boolean,
  session: Session,
  after: Dict,
): Step<number | null> {
  if (session.order === null) return after.size ? yield* orders.open(doing, client, test, after) : null
  yield* orders.storeVariables(doing, session.order, session.variables.order, after)
  return session.order
}
