import type { Value } from '@voronka/calculator'
import { memoryClient, store, type Memory } from './memory-ports.ts'
import type { NewOrder, OrderFacts, OrdersPort } from './ports.ts'

export type MemoryOrder = { -readonly [K in keyof OrderFacts]: OrderFacts[K] } & {
  name: string
  description: string
  budget: number | null
  readonly variables: Map<string, Value>
}

export interface MemoryOrders {
  readonly orders: Map<number, MemoryOrder>
  /** In the order of the board. A new order goes to the first. */
  readonly states: readonly { readonly id: number; readonly pipeline: number }[]
  /** When new orders are created, milliseconds since 1970 UTC. */
  readonly now: number
}

/** The orders of the in-memory world. */
export function memoryOrders(memory: Memory): OrdersPort {
  const { orders, states, now } = memory.orders
  let highest = Math.max(0, ...orders.keys())

  const change = (number: number, fields: Partial<MemoryOrder>): boolean => {
    const order = orders.get(number)
    if (order) Object.assign(order, fields)
    return order !== undefined
  }

  function clientOf(wanted: NewOrder['client']): number | undefined {
    if (typeof wanted === 'number') return memory.clients.has(wanted) ? wanted : undefined
    for (const field of ['phone', 'email'] as const) {
      const value = wanted[field]
      const known = [...memory.clients].find(([, { variables }]) => value !== '' && variables.get(field) === value)
      if (known) return known[0]
    }
    const id = Math.max(...memory.clients.keys()) + 1
    const contacts: [string, Value][] = [
      ['phone', wanted.phone],
      ['email', wanted.email],
    ]
    memory.clients.set(id, memoryClient(new Map(contacts.filter(([, value]) => value !== ''))))
    return id
  }

  const ofClient = (client: number): MemoryOrder[] => [...orders.values()].filter((order) => order.client === client)

  return {
    find: (number) => orders.get(number),
    ofClient,
    currentOf: (client) => ofClient(client).at(-1),
    variables: (number) => orders.get(number)?.variables,
    setVariables(number, values) {
      const target = orders.get(number)?.variables
      return target !== undefined && Array.from(values, ([name, value]) => store(target, name, value)).every(Boolean)
    },
    storeVariables(number, values) {
      const target = orders.get(number)?.variables
      target?.clear()
      for (const [name, value] of values) target?.set(name, value)
    },
    create({ client: wanted, state: wantedState, name, description, budget, variables = [] }) {
      const state = states.find(({ id }) => id === wantedState) ?? (wantedState === undefined ? states[0] : undefined)
      if (wantedState !== undefined && !state) return undefined
      const client = clientOf(wanted)
      if (client === undefined) return undefined
      const number = ++highest
      const place = { state: state?.id ?? null, pipeline: state?.pipeline ?? null }
      const order = { number, client, status: 'active', ...place, createdAt: now, name, description, budget } as const
      orders.set(number, { ...order, variables: new Map(variables) })
      return { number, client }
    },
    change,
    move(number, state) {
      const target = states.find(({ id }) => id === state)
      return target !== undefined && change(number, { state, pipeline: target.pipeline, status: 'active' })
    },
    moveToNext(number) {
      const order = orders.get(number)
      if (!order) return undefined
      const own = states.filter(({ pipeline }) => order.pipeline === null || pipeline === order.pipeline)
      const next = own[own.findIndex(({ id }) => id === order.state) + 1]
      if (next) change(number, { state: next.id, pipeline: next.pipeline })
      return order.state
    },
    close: (number, status) => change(number, { status }),
    remove: (number) => orders.delete(number),
    countInState: (state) => [...orders.values()].filter((order) => order.state === state && order.status === 'active').length,
  }
}
