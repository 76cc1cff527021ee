import { drive, sessionFromJson, storeVariable, type Step } from '@voronka/flow/engine'
import type { OrderFacts, OrdersPort } from '@voronka/functions'
import { contactClients } from '../clients/contacts.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import { Failure } from '../errors.ts'
import type { Doing } from '../orders/order-book.ts'
import type { OrderRow } from '../orders/orders.store.ts'
import { readVariables } from '../orders/read-variables.ts'
import type { WorkContext } from './context.ts'
import type { Running } from './running-client.ts'

/** Orders as scripts of this client's turn reach them, inside its transaction. Test people see the orders of test people, others those of others. */
export function ordersPort(context: WorkContext, running: ClientRow, test: boolean, doing: Doing): OrdersPort {
  const { orders, clients, channels } = context
  const { project } = doing

  function* find(number: number): Step<OrderRow | undefined> {
    const row = yield* orders.store.find(project, number)
    return row && row.test === Number(test) ? row : undefined
  }

  /** Carries something out on an order; false when there is no such order. */
  function* on(number: number, act: (row: OrderRow) => Step<unknown>): Step<boolean> {
    const row = yield* find(number)
    return row ? yield* unlessTaken(() => act(row)) : false
  }

  function* clientOf(wanted: Parameters<OrdersPort['create']>[0]['client']): Step<ClientRow | undefined> {
    if (typeof wanted !== 'number') return yield* contactClients(context).findOrCreate(project, wanted, test, doing.now)
    const client = wanted === running.id ? running : yield* clients.find(wanted)
    if (!client || client.project_id !== project) return undefined
    const channel = yield* channels.find(client.channel)
    return (channel?.kind === 'test') === test ? client : undefined
  }

  function* create({ client: wanted, state: wantedState, ...fields }: Parameters<OrdersPort['create']>[0]) {
    const state = wantedState === undefined ? undefined : yield* orders.findState(project, wantedState)
    if (wantedState !== undefined && !state) return undefined
    const client = yield* clientOf(wanted)
    if (!client) return undefined
    const row = yield* orders.create(doing, { client, test, ...fields, ...(state && { state }) })
    if (client.id !== running.id) yield* orders.makeCurrent(doing, client, row)
    return { number: row.number, client: client.id }
  }

  function* setVariables(number: number, values: Parameters<OrdersPort['setVariables']>[1]): Step<boolean> {
    const row = yield* find(number)
    if (!row) return false
    const trial = new Map(readVariables(row.variables))
    let accepted = true
    for (const [name, value] of values) accepted = storeVariable(trial, name, value) === undefined && accepted
    yield* orders.setVariables(doing, row, values)
    return accepted
  }

  function* move(number: number, stateId: number): Step<boolean> {
    const state = yield* orders.findState(project, stateId)
    return state ? yield* on(number, (row) => orders.moveTo(doing, row, state)) : false
  }

  function* moveToNext(number: number): Step<number | null | undefined> {
    const row = yield* find(number)
    if (!row) return undefined
    const states = yield* orders.pipelines.statesOf(project)
    const own = states.filter(({ pipeline }) => pipeline === (row.pipeline_id ?? states[0]?.pipeline))
    const next = own[own.findIndex(({ id }) => id === row.state_id) + 1]
    const moved = next !== undefined && (yield* unlessTaken(() => orders.moveTo(doing, row, next)))
    return moved ? next.id : row.state_id
  }

  function* ofClient(client: number): Step<readonly OrderFacts[]> {
    if (!(yield* clientOf(client))) return []
    return (yield* orders.store.ofClient(client)).map(factsOf)
  }

  /** His dialogue says which one it is; who has none yet has no other than his latest. */
  function* currentOf(id: number): Step<OrderFacts | undefined> {
    const client = yield* clientOf(id)
    if (!client) return undefined
    const number = client.session === null ? null : sessionFromJson(client.session, []).order
    return number === null ? (yield* ofClient(id)).at(-1) : yield* facts(number)
  }

  function* facts(number: number): Step<OrderFacts | undefined> {
    const row = yield* find(number)
    return row && factsOf(row)
  }

  function* variables(number: number) {
    const row = yield* find(number)
    return row && readVariables(row.variables)
  }

  function* storeVariables(number: number, values: Parameters<OrdersPort['storeVariables']>[1]): Step<void> {
    const row = yield* find(number)
    if (row) yield* orders.storeVariables(doing, number, readVariables(row.variables), values)
  }

  return {
    find: (number) => drive(facts(number)),
    ofClient: (client) => drive(ofClient(client)),
    currentOf: (client) => drive(currentOf(client)),
    variables: (number) => drive(variables(number)),
    setVariables: (number, values) => drive(setVariables(number, values)),
    storeVariables: (number, values) => drive(storeVariables(number, values)),
    create: (order) => drive(create(order)),
    change: (number, fields) => drive(on(number, (row) => orders.change(doing, row, fields))),
    move: (number, state) => drive(move(number, state)),
    moveToNext: (number) => drive(moveToNext(number)),
    close: (number, status) => drive(on(number, (row) => orders.close(doing, row, status))),
    remove: (number) => drive(on(number, (row) => orders.remove(doing, row))),
    countInState: (state) => drive(orders.store.countInState(project, state, Number(test))),
  }
}

/** False: the order is a visit whose time somebody else has by now, so it stays closed. */
function* unlessTaken(act: () => Step<unknown>): Step<boolean> {
  try {
    yield* act()
    return true
  } catch (error) {
    if (error instanceof Failure && error.code === 'slot-taken') return false
    throw error
  }
}

/** What a turn does to orders is the bot's doing. */
export const doingOf = ({
  client: { id, project_id: project },
  now,
  asked: { called, live, mails },
  block,
}: Pick<Running, 'client' | 'now' | 'asked' | 'block'>): Doing => ({
  project,
  now,
  by: new Bot(block),
  running: id,
  called,
  events: live,
  mails,
})

/** A class, as the ports of a turn are (world-ports.ts). */
class Bot {
  readonly kind = 'bot'
  readonly account = null
  readonly name = ''
  readonly #block: () => number | null

  constructor(block: () => number | null) {
    this.#block = block
  }

  get block(): number | null {
    return this.#block()
  }
}

const factsOf = (row: Pick<OrderRow, 'number' | 'client_id' | 'status' | 'state_id' | 'pipeline_id' | 'created_at'>): OrderFacts => ({
  number: row.number,
  client: row.client_id,
  status: row.status,
  state: row.state_id,
  pipeline: row.pipeline_id,
  createdAt: row.created_at,
})
