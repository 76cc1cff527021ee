import { isNone, type Value, type VariableStore } from '@voronka/calculator'
import type { ClientMessage, ClientsPort, ConversationPort, OutboundAnswer, OutboundRequest, Ports, RequestsPort } from './ports.ts'

/** A client of the in-memory world, and what reached him. */
export interface MemoryClient {
  readonly variables: VariableStore
  readonly messages: ClientMessage[]
  readonly callbacks: string[]
}

/** All that the in-memory world knows; tests look into it, previews show it. */
export interface Memory {
  readonly clientId: number
  /** By id; the running client is among them. */
  readonly clients: Map<number, MemoryClient>
  /** Numbers of the blocks where the running client has been. */
  readonly visited: ReadonlySet<number>
  /** His planned messages. */
  pending: readonly { readonly kept: boolean }[]
  readonly lastMessageAt: number | undefined
  name: string
  pausedMinutes: number
  subscribed: boolean
  blocked: boolean
  /** What foreign servers answer, by method and address; everything else is unreachable. */
  readonly web: ReadonlyMap<string, OutboundAnswer>
  readonly requests: OutboundRequest[]
}

/** The ports over plain objects: for previews, for `voronka eval` and for the examples of the library. Nothing in it ever waits. */
export function memoryPorts(start: Partial<Memory> = {}): Ports & { readonly memory: Memory } {
  const memory: Memory = {
    clientId: 1,
    clients: new Map(),
    visited: new Set(),
    pending: [],
    lastMessageAt: undefined,
    name: '',
    pausedMinutes: 0,
    subscribed: true,
    blocked: false,
    web: exampleWeb,
    requests: [],
    ...start,
  }
  if (!memory.clients.has(memory.clientId)) memory.clients.set(memory.clientId, memoryClient())
  return { memory, conversation: conversation(memory), clients: clients(memory), requests: requests(memory) }
}

export function memoryClient(variables: VariableStore = new Map()): MemoryClient {
  return { variables, messages: [], callbacks: [] }
}

/** The foreign servers of the examples. */
const exampleWeb: ReadonlyMap<string, OutboundAnswer> = new Map([
  ['GET https://example.org/rate?currency=USD', { status: 200, body: '{"rate": 92.5, "updated": "10.03.2026"}' }],
  ['POST https://example.org/orders', { status: 201, body: '{"order": {"id": 17, "lines": [{"sku": "A1"}]}}' }],
  ['PUT https://example.org/orders/17', { status: 200, body: '{"saved": true}' }],
  ['PATCH https://example.org/orders/17', { status: 200, body: '{"saved": true}' }],
  ['DELETE https://example.org/orders/17', { status: 200, body: '{"deleted": true}' }],
])

function requests({ web, requests: sent }: Memory): RequestsPort {
  return {
    send(request) {
      sent.push(request)
      return web.get(`${request.method} ${request.url}`) ?? { status: 0, body: '', failure: 'unreachable' }
    },
  }
}

function conversation(memory: Memory): ConversationPort {
  const variables = (): VariableStore | undefined => memory.clients.get(memory.clientId)?.variables
  return {
    clientId: memory.clientId,
    wasInState: (block) => memory.visited.has(block),
    cancelPending: ({ includeKept }) => cancelPending(memory, includeKept),
    lastMessageAt: () => memory.lastMessageAt,
    pauseBot(minutes) {
      memory.pausedMinutes = minutes
    },
    unsubscribe() {
      memory.subscribed = false
    },
    block() {
      memory.blocked = true
      cancelPending(memory, true)
    },
    unblock() {
      memory.blocked = false
    },
    rename(name) {
      memory.name = name
    },
    getVariable: (name) => variables()?.get(name),
    setVariable: (name, value) => store(variables(), name, value),
  }
}

function cancelPending(memory: Memory, includeKept: boolean): number {
  const spared = memory.pending.filter(({ kept }) => kept && !includeKept)
  const cancelled = memory.pending.length - spared.length
  memory.pending = spared
  return cancelled
}

function clients({ clients: all }: Memory): ClientsPort {
  return {
    exists: (clientId) => all.has(clientId),
    getVariables: (clientId, names) => read(all.get(clientId), names),
    setVariables(clientId, values) {
      const target = all.get(clientId)?.variables
      return target !== undefined && Array.from(values, ([name, value]) => store(target, name, value)).every(Boolean)
    },
    callback: (clientId, text) => all.get(clientId)?.callbacks.push(text) !== undefined,
    message: (clientId, message) => all.get(clientId)?.messages.push(message) !== undefined,
  }
}

function read(client: MemoryClient | undefined, names: readonly string[]): ReadonlyMap<string, Value> | undefined {
  return (
    client &&
    new Map(
      names.flatMap((name) => {
        const value = client.variables.get(name)
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  )
}

function store(variables: VariableStore | undefined, name: string, value: Value): boolean {
  if (variables === undefined || name === '') return false
  if (value === '' || isNone(value)) variables.delete(name)
  else variables.set(name, value)
  return true
}
