import { isNone, toNumber, toText, type Value } from '@voronka/calculator'
import type { MaybePromise, OrderFacts, OrdersPort, Ports } from '../ports.ts'
import { isBlank } from './blank.ts'
import { onceKnown } from './once-known.ts'

/**
 * Brings what the turn did to its current order into the orders port, so that both tell the same from here on, and gives its number. An order that so
 * far only its variables announced is created (crm-and-tasks, section 5.2). Null: the client has no order.
 */
export function syncedOrder({ conversation, orders }: Ports): MaybePromise<number | null> {
  const number = conversation.orderNumber()
  const variables = conversation.orderVariables()
  if (number !== null) {
    if (!conversation.orderChanged()) return number
    return onceKnown(orders.storeVariables(number, variables), () => {
      conversation.orderStored()
      return number
    })
  }
  if (variables.size === 0) return null
  const opened = orders.create({ client: conversation.clientId, name: '', description: '', budget: null, variables })
  return onceKnown(opened, (order) => {
    conversation.attachOrder(order?.number ?? null, variables)
    return order?.number ?? null
  })
}

/** Makes an order current that is known to the orders port. */
export function attach({ conversation, orders }: Ports, order: number | null): MaybePromise<void> {
  if (order === null) {
    conversation.attachOrder(null, new Map())
    return
  }
  return onceKnown(orders.variables(order), (variables) => conversation.attachOrder(order, variables ?? new Map()))
}

/** What was written for an id: undefined for a blank (`''`, None, `none`), null for what is no id at all. */
export function givenId(value: Value | undefined): number | null | undefined {
  if (value === undefined || isNone(value) || (typeof value === 'string' && isBlank(value.trim()))) return undefined
  const number = toNumber(value)
  return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : null
}

/** Goes on with the number of the order that is meant: the one given, else the current one; undefined when there is none. */
export function withOrder<T>(given: Value | undefined, ports: Ports, use: (order: number) => MaybePromise<T>): MaybePromise<T | undefined> {
  const id = givenId(given)
  return onceKnown(syncedOrder(ports), (current) => {
    const order = id === undefined ? current : id
    return order === null ? undefined : use(order)
  })
}

/** Goes on with the orders of a client: of the one given, else of the running one. Undefined: what was given is no id. */
export function withClientOrders<T>(
  given: Value | undefined,
  ports: Ports,
  use: (orders: readonly OrderFacts[]) => MaybePromise<T>,
): MaybePromise<T | undefined> {
  const client = givenId(given)
  if (client === null) return undefined
  return onceKnown(syncedOrder(ports), () => onceKnown(ports.orders.ofClient(client ?? ports.conversation.clientId), use))
}

/** An amount as a text or number; undefined: it is none. */
export function readBudget(value: Value): number | undefined {
  const number = toNumber(typeof value === 'string' ? value.trim().replace(',', '.') : value)
  return number !== undefined && Number.isFinite(number) ? number : undefined
}

export const badBudget = 'budget must be a number'

/** Only these two Russian words mean the order itself (crm-and-tasks, section 6, `set_order_var`). */
const fieldNames: ReadonlyMap<string, 'name' | 'description'> = new Map([
  ['Название', 'name'],
  ['Описание', 'description'],
])

/** Writes variables of an order; those of the current one in its conversation. False: no such order, or something was refused. */
export function writeOrderVariables(ports: Ports, order: number, values: ReadonlyMap<string, Value>): MaybePromise<boolean> {
  const { conversation, orders } = ports
  const fields: { name?: string; description?: string } = {}
  const variables = new Map<string, Value>()
  for (const [name, value] of values) {
    const field = fieldNames.get(name)
    if (field) fields[field] = toText(value)
    else variables.set(name, value)
  }
  const own = order === conversation.orderNumber()
  const stored = (): MaybePromise<boolean> => {
    if (!own) return variables.size ? orders.setVariables(order, variables) : true
    let accepted = true
    for (const [name, value] of variables) accepted = conversation.setOrderVariable(name, value) && accepted
    return accepted
  }
  return onceKnown(orders.find(order), (found) => {
    if (!found) return false
    const changed = Object.keys(fields).length ? orders.change(order, fields) : true
    return onceKnown(changed, (done) => (done ? stored() : false))
  })
}

/** Variables of an order; undefined: there is no such order. */
export function readOrderVariables({ conversation, orders }: Ports, order: number): MaybePromise<ReadonlyMap<string, Value> | undefined> {
  return order === conversation.orderNumber() ? conversation.orderVariables() : orders.variables(order)
}

/** Closes an order; the current one stays current (section 5.2: for reading, until a new one appears). */
export const closeOrder = (
  given: Value | undefined,
  ports: Ports,
  status: Parameters<OrdersPort['close']>[1],
): MaybePromise<boolean | undefined> => withOrder(given, ports, (order) => ports.orders.close(order, status))
