import type { Value } from '@voronka/calculator'

export type MaybePromise<T> = T | PromiseLike<T>

/** All that host functions can reach of the world. */
export interface Ports extends WorldPorts {
  readonly conversation: ConversationPort
  readonly requests: RequestsPort
}

/**
 * What the runtime provides, inside the turn's transaction. Whatever a port answers is journaled with the turn, so that a turn that waits for a
 * request to a foreign server can be run again without asking twice: answers are plain data (scalars, arrays, objects, Maps), and nothing but the
 * methods of a port is read.
 */
export interface WorldPorts {
  readonly clients: ClientsPort
  readonly dialogue: DialoguePort
  readonly operators: OperatorsPort
  readonly tasks: TasksPort
  readonly lists: ListsPort
  readonly labels: LabelsPort
  readonly orders: OrdersPort
  readonly booking: BookingPort
  readonly payments: PaymentsPort
}

/** Requests to foreign servers; the engine provides it. Nobody waits inside a transaction: the turn is cut at the call and goes on with its answer. */
export interface RequestsPort {
  send(request: OutboundRequest): MaybePromise<OutboundAnswer>
}

export interface OutboundRequest {
  /**
   * Goes through what the project is connected to (a kind of connection, or a family of which it has one: `telephony`): `url` is then the name of what is
   * asked of it, and address and keys are put in where the call is made, so that neither scripts nor traces see them. The address of such a request is
   * written `telephony:create`.
   */
  readonly through?: string
  /** Of several connections of that kind the one that has this account (`group` of its people); without it, or where there is none, the oldest. */
  readonly account?: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Null: none. */
  readonly body: string | null
  /** For one attempt; never more than the guard's own limit. */
  readonly timeoutMs?: number
  /** Further attempts after no answer or a status of 500 and above. */
  readonly retries?: number
}

/** Where a request goes, as traces and examples write it. */
export const addressOf = ({ through, url }: Pick<OutboundRequest, 'through' | 'url'>): string =>
  through === undefined ? url : `${through}:${url}`

export interface OutboundAnswer {
  /** HTTP status; 0: there was no answer. */
  readonly status: number
  readonly body: string
  /** Why there was none. "Refused" and "unreachable" look the same (reliability-promises, P9.4). */
  readonly failure?: 'unreachable' | 'timeout' | 'too-large' | 'bad-request' | 'not-connected'
}
/** What the runtime brings to a turn; the dialogue itself is the engine's. */
export type HostPorts = Omit<Ports, 'conversation'>

/** The running client's own dialogue; the engine provides it. */
export interface ConversationPort {
  readonly clientId: number
  /** Has the client ever been in the block of this number? */
  wasInState(block: number): boolean
  /** Cancels the client's planned messages, those marked "do not cancel" only if asked to; `from`: of these blocks only. Gives how many. */
  cancelPending(options: { readonly includeKept: boolean; readonly from?: ReadonlySet<number> }): number
  /** Moment of the client's latest own message, this event included, in milliseconds since 1970 UTC. Undefined: he never wrote. */
  lastMessageAt(): number | undefined
  pauseBot(minutes: number): void
  unsubscribe(): void
  block(): void
  unblock(): void
  rename(name: string): void
  /** Client scope of the running client. */
  getVariable(name: string): Value | undefined
  /** Storing none or the empty text deletes. False: refused (an impossible name, a limit). */
  setVariable(name: string, value: Value): boolean
  /** Number of the current order; null: he has none, or it opens with the variables that this turn gave it. */
  orderNumber(): number | null
  /** Variables of the current order as they are now. */
  orderVariables(): ReadonlyMap<string, Value>
  /** As `setVariable`, for a variable of the current order. */
  setOrderVariable(name: string, value: Value): boolean
  /** True: they were written to since the order became current or `orderStored` was called. */
  orderChanged(): boolean
  /** The orders port has them now. */
  orderStored(): void
  /** From now on this order is what scripts read and write; null: none. */
  attachOrder(order: number | null, variables: ReadonlyMap<string, Value>): void
}

/** Other clients of the same project; the runtime provides it, inside the turn's transaction. */
export interface ClientsPort {
  exists(clientId: number): MaybePromise<boolean>
  /** Undefined: there is no such client. Variables that he does not have are left out. */
  getVariables(clientId: number, names: readonly string[]): MaybePromise<ReadonlyMap<string, Value> | undefined>
  /** False: there is no such client, or a name or value was refused. */
  setVariables(clientId: number, values: ReadonlyMap<string, Value>): MaybePromise<boolean>
  /** Puts an event that the client does not see into his dialogue. False: there is no such client. */
  callback(clientId: number, text: string): MaybePromise<boolean>
  message(clientId: number, message: ClientMessage): MaybePromise<boolean>
  /** By phone (normalised), else e-mail, else the messenger's id; the oldest of several. Null: nobody. */
  find(contact: string): MaybePromise<number | null>
  findByPhone(phone: string): MaybePromise<number | null>
  /** `group`: key or name of his channel. */
  findByPlatformId(platformId: string, group?: string): MaybePromise<number | null>
  /** The main profile of a merged client, else he himself. */
  mainOf(clientId: number): MaybePromise<number>
  /** The other profiles that are merged with this one, ascending. */
  boundTo(clientId: number): MaybePromise<readonly number[]>
  /** `other`, with what is merged into it, becomes a profile of `main`. False: there is no such client. */
  merge(main: number, other: number): MaybePromise<boolean>
  /** False: he is not merged with anybody. */
  unmerge(clientId: number): MaybePromise<boolean>
}

/** The running client's dialogue as employees see it. */
export interface DialoguePort {
  /** A comment that the client does not see, by the bot. */
  note(text: string): MaybePromise<boolean>
  addUnread(count: number): MaybePromise<boolean>
  clearUnread(): MaybePromise<boolean>
  /** The messenger's ids of the bot's last message: one, or those of text and attachments. */
  lastMessages(): MaybePromise<readonly string[]>
  removeLast(): MaybePromise<boolean>
  /** Cancels the messages and events that somebody planned for him outside of the funnel. Gives how many. */
  cancelPlanned(): MaybePromise<number>
  /** What the editor calls the block of that number. Undefined: there is none. */
  blockName(block: number): string | undefined
}

export const operatorFields = ['description', 'email', 'phone', 'position', 'custom_field1', 'custom_field2', 'custom_field3'] as const

export interface OperatorFacts {
  readonly email: string
  /** Empty: he has none. */
  readonly name: string
  readonly fields: Readonly<Record<(typeof operatorFields)[number], string>>
}

/** The people who answer, and who of them is responsible for the running client (crm-and-tasks, sections 4 and 12). */
export interface OperatorsPort {
  responsible(): MaybePromise<OperatorFacts | undefined>
  free(): MaybePromise<boolean>
  /** Without an e-mail somebody on shift, chosen by `draw` (0 <= draw < 1). False: nobody qualifies. */
  assign(email: string | undefined, onlyOnShift: boolean, draw: number): MaybePromise<boolean>
  /** By the rules of distribution, also while it is off. */
  distribute(): MaybePromise<boolean>
  status(email: string): MaybePromise<'shift' | 'break' | 'absent' | undefined>
  /** To these e-mails, without them to everybody. False: nobody of them is here. */
  notify(text: string, emails: readonly string[] | undefined, priority: number): MaybePromise<boolean>
}

export interface TaskFields {
  readonly email?: string
  readonly title?: string
  readonly description?: string
  /** `YYYY-MM-DD`. */
  readonly day?: string
  /** `HH:MM`. */
  readonly time?: string
}

/** Tasks of employees (section 8). */
export interface TasksPort {
  /** The number of the task. Undefined: there is no such employee. */
  create(task: {
    readonly email: string
    readonly title: string
    readonly day: string
    readonly time: string | null
    readonly description: string
    /** Number of the order that it belongs to. */
    readonly order: number | null
  }): MaybePromise<number | undefined>
  update(task: number, fields: TaskFields): MaybePromise<boolean>
  done(task: number): MaybePromise<boolean>
  remove(task: number): MaybePromise<boolean>
  status(task: number): MaybePromise<'open' | 'overdue' | 'done' | undefined>
}

/** Lists of clients (section 9), named by their numbers. Unknown ones give False, 0 or undefined. */
export interface ListsPort {
  create(name: string): MaybePromise<number>
  /** The first of that name. */
  find(name: string): MaybePromise<number | undefined>
  /** True: he is now in each of these lists. False, and nothing changes: one of them or the client does not exist. */
  add(lists: readonly number[], client: number): MaybePromise<boolean>
  /** True: he was in one of them. */
  remove(lists: readonly number[], client: number): MaybePromise<boolean>
  /** He leaves all others. False, and nothing changes: one of them or the client does not exist. */
  move(lists: readonly number[], client: number): MaybePromise<boolean>
  has(list: number, client: number): MaybePromise<boolean>
  /** Different clients in all of them. */
  size(lists: readonly number[]): MaybePromise<number>
  clear(list: number): MaybePromise<boolean>
  /** As `size`; undefined: there is no such list. */
  members(list: number): MaybePromise<number | undefined>
  delete(list: number): MaybePromise<boolean>
  randomMember(list: number, draw: number): MaybePromise<number | undefined>
  ofClient(client: number): MaybePromise<ReadonlyMap<number, string>>
}

/** Labels of clients (section 10), named by their numbers. */
export interface LabelsPort {
  /** Undefined: the name exists. */
  create(name: string, color: number): MaybePromise<number | undefined>
  find(name: string): MaybePromise<number | undefined>
  /** False: there is no such label or client. */
  add(label: number, client: number): MaybePromise<boolean>
  /** True: he had it. */
  remove(label: number, client: number): MaybePromise<boolean>
  has(label: number, client: number): MaybePromise<boolean>
  /** Takes them off the client; gives how many he had. */
  removeAll(labels: readonly number[], client: number): MaybePromise<number>
  /** Takes it off everybody; gives off how many. */
  clear(label: number): MaybePromise<number>
  count(label: number): MaybePromise<number>
  /** As `count`; undefined: there is no such label. */
  used(label: number): MaybePromise<number | undefined>
  delete(label: number): MaybePromise<boolean>
  ofClient(client: number): MaybePromise<ReadonlyMap<number, string>>
  /** Ascending. */
  clientsWithAll(labels: readonly number[]): MaybePromise<readonly number[]>
}

/** A message to a client. Without a text of its own it is the text of the block. */
export interface ClientMessage {
  readonly text: string
  readonly block?: number
  /** When to send it, milliseconds since 1970 UTC; at once without it. */
  readonly at?: number
}

export type OrderStatus = 'active' | 'success' | 'fail' | 'archive'

export interface OrderFacts {
  /** Unique in the project: what functions call the id of an order. */
  readonly number: number
  readonly client: number
  readonly status: OrderStatus
  /** Null: unsorted. A closed order keeps the state that it was closed in. */
  readonly state: number | null
  readonly pipeline: number | null
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
}

export interface NewOrder {
  /** The client, or how he is found or made (crm-and-tasks, section 6, `create_order`). */
  readonly client: number | { readonly name: string; readonly phone: string; readonly email: string }
  readonly name: string
  readonly description: string
  readonly budget: number | null
  /** Without it: where the project puts new orders. */
  readonly state?: number
  readonly variables?: ReadonlyMap<string, Value>
}

/**
 * Orders of the project (crm-and-tasks, section 6) as they are stored; the runtime provides it, inside the turn's transaction. What the running turn
 * changed in its current order is in its conversation until it is stored. Deleted orders are not there.
 */
export interface OrdersPort {
  find(order: number): MaybePromise<OrderFacts | undefined>
  /** The oldest first. */
  ofClient(client: number): MaybePromise<readonly OrderFacts[]>
  /** The order that is current in the dialogue of another client. Undefined: he has none, or there is no such client. */
  currentOf(client: number): MaybePromise<OrderFacts | undefined>
  /** Undefined: there is no such order. */
  variables(order: number): MaybePromise<ReadonlyMap<string, Value> | undefined>
  /** Stores these beside the others; none and the empty text delete. False: there is no such order, or a name or value was refused. */
  setVariables(order: number, values: ReadonlyMap<string, Value>): MaybePromise<boolean>
  /** Stores all variables of the running client's current order. */
  storeVariables(order: number, variables: ReadonlyMap<string, Value>): MaybePromise<void>
  /** Undefined: there is no such state or client. */
  create(order: NewOrder): MaybePromise<{ readonly number: number; readonly client: number } | undefined>
  change(order: number, fields: { readonly name?: string; readonly description?: string; readonly budget?: number }): MaybePromise<boolean>
  /** Moves it to a state, possibly of another pipeline; a closed one is open again. False: there is no such order or state. */
  move(order: number, state: number): MaybePromise<boolean>
  /** Moves it to the next state of its pipeline, from unsorted to the first state. Gives the state it is in then; undefined: no such order. */
  moveToNext(order: number): MaybePromise<number | null | undefined>
  close(order: number, status: Exclude<OrderStatus, 'active'>): MaybePromise<boolean>
  remove(order: number): MaybePromise<boolean>
  /** Active orders of the project in that state. */
  countInState(state: number): MaybePromise<number>
}

/** Why nothing was booked or moved (booking, section 4). */
export type BookingRefusal =
  | 'company not found'
  | 'services not found'
  | 'service not found'
  | 'booking not found'
  | 'no free employee'
  | 'time is not available'
  | 'wrong date or time'
  | 'time is in the past'

export interface BookingFacts {
  /** Number of the order. */
  readonly id: number
  /** `YYYY-MM-DD`, and minutes since midnight, of the branch's clock. */
  readonly day: string
  readonly start: number
  readonly duration: number
  readonly services: readonly { readonly id: number; readonly title: string }[]
  readonly cost: number
  readonly employee: { readonly id: number; readonly name: string; readonly jobTitle: string }
  readonly company: { readonly id: number; readonly name: string; readonly address: string }
}

export interface NewBooking {
  readonly company: number
  readonly services: readonly number[]
  readonly day: string
  readonly start: number
  /** Undefined: somebody who renders them all and is free, chosen by `draw` (0 <= draw < 1). */
  readonly employee: number | undefined
  readonly draw: number
  readonly source: 'bot' | 'ai'
  /** What the new order gets of the flow, beside what is written of the booking. */
  readonly variables: ReadonlyMap<string, Value>
}

/**
 * Online booking (booking, section 4); the runtime provides it, inside the turn's transaction. Branches, services and employees are named by their ids;
 * a branch that is switched off is not there. Bookings of the running client are his; others are trusted by their number.
 */
export interface BookingPort {
  companies(): MaybePromise<readonly { readonly id: number; readonly name: string; readonly address: string }[]>
  groupings(
    company: number,
    kind: 'category' | 'job-title',
  ): MaybePromise<readonly { readonly id: number; readonly name: string; readonly description: string }[]>
  employees(
    company: number,
    filter: {
      readonly services?: readonly number[] | undefined
      readonly jobTitle?: number | undefined
      readonly category?: number | undefined
    },
  ): MaybePromise<readonly { readonly id: number; readonly name: string; readonly information: string; readonly jobTitle: string }[]>
  services(
    company: number,
    filter: { readonly category?: number | undefined; readonly employee?: number | undefined },
  ): MaybePromise<
    readonly {
      readonly id: number
      readonly title: string
      readonly description: string
      readonly price: number
      readonly duration: number
    }[]
  >
  /** Days from today on with at least one free time. */
  dates(company: number, services: readonly number[], employee: number | undefined, days: number): MaybePromise<readonly string[]>
  /** Free starts of a day, minutes. */
  slots(
    company: number,
    services: readonly number[],
    day: string,
    options: { readonly employee: number | undefined; readonly step: number },
  ): MaybePromise<readonly number[]>
  create(booking: NewBooking): MaybePromise<BookingFacts | BookingRefusal>
  /** By the title of one service: in that branch, else in the first that can. */
  createByName(
    booking: Omit<NewBooking, 'company' | 'services' | 'employee'> & { readonly name: string; readonly company: number | undefined },
  ): MaybePromise<BookingFacts | BookingRefusal>
  /** Active ones that are not over yet, by day and time. */
  upcoming(client: number): MaybePromise<readonly BookingFacts[]>
  find(order: number): MaybePromise<BookingFacts | undefined>
  /** Undefined: moved. */
  move(order: number, day: string, start: number): MaybePromise<BookingRefusal | undefined>
  /** False: the branch has no such booking. */
  cancel(company: number, order: number): MaybePromise<boolean>
  /** Services and free times of one branch or of all, as JSON text. */
  snapshot(company: number | undefined): MaybePromise<string>
}

/** What clients pay for their orders; the runtime provides it, inside the turn's transaction. */
export interface PaymentsPort {
  /** Where the client of that order pays. Undefined: no such order, no sum that can be paid, or the project is connected to no payment service. */
  create(payment: { readonly order: number; readonly sum: number; readonly description: string }): MaybePromise<string | undefined>
}
