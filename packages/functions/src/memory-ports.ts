import { isNone, type Value, type VariableStore } from '@voronka/calculator'
import { memoryBooking, type MemorySalon } from './memory-booking.ts'
import { memoryOrders, type MemoryOrders } from './memory-orders.ts'
import { normalPhone } from './shared/normal-phone.ts'
import { memoryLabels, memoryLists, memoryOperators, memoryTasks } from './memory-work.ts'
import { addressOf } from './ports.ts'
import type {
  ClientMessage,
  ClientsPort,
  ConversationPort,
  DialoguePort,
  OperatorFacts,
  OutboundAnswer,
  OutboundRequest,
  Ports,
  RequestsPort,
  TaskFields,
} from './ports.ts'

/** A client of the in-memory world, and what reached him. */
export interface MemoryClient {
  readonly variables: VariableStore
  readonly messages: ClientMessage[]
  readonly callbacks: string[]
  /** His id in the messenger, and his contacts. */
  readonly platformId: string
  readonly phone: string
  readonly email: string
}

/** All that the in-memory world knows; tests look into it, previews show it. */
export interface Memory {
  readonly clientId: number
  /** By id; the running client is among them. */
  readonly clients: Map<number, MemoryClient>
  /** Numbers of the blocks where the running client has been. */
  readonly visited: ReadonlySet<number>
  /** His planned messages. */
  pending: readonly { readonly kept: boolean; readonly from?: number }[]
  readonly lastMessageAt: number | undefined
  name: string
  pausedMinutes: number
  subscribed: boolean
  blocked: boolean
  /** What foreign servers answer, by method and address; everything else is unreachable. */
  readonly web: ReadonlyMap<string, OutboundAnswer>
  /** The project is connected to what `web` has. */
  readonly connected: boolean
  readonly requests: OutboundRequest[]
  unread: number
  readonly notes: string[]
  /** Numbers of the bot's messages to him, in order. */
  readonly said: string[]
  readonly blockNames: ReadonlyMap<number, string>
  /** Main profiles of merged clients. */
  readonly mains: Map<number, number>
  readonly operators: readonly MemoryOperator[]
  /** E-mail of who is responsible for the running client. */
  responsible: string | undefined
  readonly notifications: MemoryNotification[]
  /** Tasks, lists and labels by number. */
  readonly tasks: Map<number, MemoryTask>
  readonly lists: Map<number, MemoryGroup>
  readonly labels: Map<number, MemoryGroup>
  /** The highest numbers that were given. */
  readonly given: { task: number; list: number; label: number }
  readonly orders: MemoryOrders
  /** Variables of the running client's current order: the order scope of the script. */
  readonly order: Map<string, Value>
  /** Number of that order; null: he has none. */
  current: number | null
  /** Where visits are booked; undefined: the salon of the examples. */
  salon: MemorySalon | undefined
}

export interface MemoryOperator extends OperatorFacts {
  readonly status: 'shift' | 'break' | 'absent'
}

export interface MemoryNotification {
  readonly text: string
  readonly to: readonly string[]
  readonly priority: number
}

export interface MemoryTask extends TaskFields {
  readonly done: boolean
}

/** A list or a label. */
export interface MemoryGroup {
  readonly name: string
  readonly color: number
  readonly clients: Set<number>
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
    connected: true,
    requests: [],
    unread: 0,
    notes: [],
    said: [],
    blockNames: new Map(),
    mains: new Map(),
    operators: [],
    responsible: undefined,
    notifications: [],
    tasks: new Map(),
    lists: new Map(),
    labels: new Map(),
    given: { task: 0, list: 0, label: 0 },
    orders: { orders: new Map(), states: [], now: 0 },
    order: new Map(),
    current: null,
    salon: undefined,
    ...start,
  }
  if (!memory.clients.has(memory.clientId)) memory.clients.set(memory.clientId, memoryClient())
  return {
    memory,
    conversation: conversation(memory),
    clients: clients(memory),
    requests: requests(memory),
    orders: memoryOrders(memory),
    dialogue: dialogue(memory),
    operators: memoryOperators(memory),
    tasks: memoryTasks(memory),
    lists: memoryLists(memory),
    labels: memoryLabels(memory),
    booking: memoryBooking(memory),
    payments: {
      create: ({ order, sum }) => (sum > 0 && memory.orders.orders.has(order) ? `https://bot.example.org/pay/${order}` : undefined),
    },
  }
}

export function memoryClient(
  variables: VariableStore = new Map(),
  { platformId = '', phone = '', email = '' }: Partial<Pick<MemoryClient, 'platformId' | 'phone' | 'email'>> = {},
): MemoryClient {
  return { variables, messages: [], callbacks: [], platformId, phone, email }
}

/** The foreign servers of the examples. */
const exampleWeb: ReadonlyMap<string, OutboundAnswer> = new Map([
  ['GET https://example.org/rate?currency=USD', { status: 200, body: '{"rate": 92.5, "updated": "10.03.2026"}' }],
  ['POST https://example.org/orders', { status: 201, body: '{"order": {"id": 17, "lines": [{"sku": "A1"}]}}' }],
  ['PUT https://example.org/orders/17', { status: 200, body: '{"saved": true}' }],
  ['PATCH https://example.org/orders/17', { status: 200, body: '{"saved": true}' }],
  ['GET https://docs.google.com/spreadsheets/d/1AbC/export?format=csv', { status: 200, body: 'name,phone\r\nAnn,"7, 8"\r\n' }],
  ...['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText'].map(
    (method) => [`POST telegram:${method}`, { status: 200, body: '{"ok": true, "result": {"message_id": 101}}' }] as const,
  ),
  ...['deleteMessage', 'answerCallbackQuery'].map(
    (method) => [`POST telegram:${method}`, { status: 200, body: '{"ok": true, "result": true}' }] as const,
  ),
  ['POST telephony:create', { status: 200, body: '{"status": "success", "call_id": 123}' }],
  ['DELETE https://example.org/orders/17', { status: 200, body: '{"deleted": true}' }],
])

function requests({ web, connected, requests: sent }: Memory): RequestsPort {
  return {
    send(request) {
      sent.push(request)
      if (request.through !== undefined && !connected) return { status: 0, body: '', failure: 'not-connected' }
      return web.get(`${request.method} ${addressOf(request)}`) ?? { status: 0, body: '', failure: 'unreachable' }
    },
  }
}

function conversation(memory: Memory): ConversationPort {
  const variables = (): VariableStore | undefined => memory.clients.get(memory.clientId)?.variables
  return {
    clientId: memory.clientId,
    wasInState: (block) => memory.visited.has(block),
    cancelPending: ({ includeKept, from }) => cancelPending(memory, includeKept, from),
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
    orderNumber: () => memory.current,
    orderVariables: () => new Map(memory.order),
    setOrderVariable: (name, value) => store(memory.order, name, value),
    // Whatever a script assigned since is not known here: storing once too often does no harm.
    orderChanged: () => true,
    orderStored: () => undefined,
    attachOrder(order, attached) {
      memory.current = order
      memory.order.clear()
      for (const [name, value] of attached) memory.order.set(name, value)
    },
  }
}

function cancelPending(memory: Memory, includeKept: boolean, of?: ReadonlySet<number>): number {
  const spared = memory.pending.filter(({ kept, from = 0 }) => (kept && !includeKept) || (of && !of.has(from)))
  const cancelled = memory.pending.length - spared.length
  memory.pending = spared
  return cancelled
}

function dialogue(memory: Memory): DialoguePort {
  return {
    note: (text) => memory.notes.push(text) > 0,
    addUnread(count) {
      memory.unread += count
      return true
    },
    cancelPlanned: () => 0,
    clearUnread() {
      memory.unread = 0
      return true
    },
    lastMessages: () => memory.said.slice(-1),
    removeLast: () => memory.said.pop() !== undefined,
    blockName: (block) => memory.blockNames.get(block),
  }
}

function clients({ clients: all, mains }: Memory): ClientsPort {
  const first = (which: (client: MemoryClient) => boolean): number | null => [...all].find(([, client]) => which(client))?.[0] ?? null
  const mainOf = (id: number): number => mains.get(id) ?? id
  const byPhone = (phone: string): number | null => {
    const digits = normalPhone(phone)
    return digits === undefined ? null : first((client) => client.phone === digits)
  }
  const byPlatform = (id: string): number | null => (id === '' ? null : first(({ platformId }) => platformId === id))
  return {
    find: (contact) => byPhone(contact) ?? first(({ email }) => email !== '' && email === contact.toLowerCase()) ?? byPlatform(contact),
    findByPhone: byPhone,
    findByPlatformId: byPlatform,
    mainOf,
    boundTo: (id) => [...all.keys()].filter((other) => other !== id && mainOf(other) === mainOf(id)).toSorted((a, b) => a - b),
    merge(main, other) {
      if (!all.has(other)) return false
      for (const id of all.keys()) if (mainOf(id) === mainOf(other)) mains.set(id, mainOf(main))
      return true
    },
    unmerge(id) {
      const bound = [...all.keys()].filter((other) => other !== id && mainOf(other) === mainOf(id)).toSorted((a, b) => a - b)
      const [next] = bound
      if (next === undefined) return false
      if (mainOf(id) === id) for (const other of bound) mains.set(other, next)
      mains.delete(id)
      return true
    },
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

export function store(variables: VariableStore | undefined, name: string, value: Value): boolean {
  if (variables === undefined || name === '') return false
  if (value === '' || isNone(value)) variables.delete(name)
  else variables.set(name, value)
  return true
}
