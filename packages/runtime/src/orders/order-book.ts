import type { LiveEvent, OrderPlace, OrderSettings } from '@voronka/api'
import { toNumber, toText, writeJson, type Dict, type Value } from '@voronka/calculator'
import { sessionFromJson, sessionToJson, settle, storeVariable, type Session, type Step } from '@voronka/flow/engine'
import type { OrderStatus } from '@voronka/functions'
import { randomUUID } from 'node:crypto'
import { reclaimTime } from '../booking/follow-order.ts'
import type { ClientRow, ClientsStore } from '../clients/clients.store.ts'
import type { Db } from '../db/contract.ts'
import type { Numbers } from '../db/numbers.ts'
import { failure } from '../errors.ts'
import { inboxStates, type InboxStore } from '../worker/inbox.store.ts'
import { callbackRate } from './callback-rate.ts'
import { readVariables } from './read-variables.ts'
import { orderSettingsStore, type OrderSettingsStore } from './order-settings.ts'
import { ordersStore, type OrderRow, type OrdersStore } from './orders.store.ts'
import { pipelinesStore, type PipelinesStore, type StateRow } from './pipelines.store.ts'
import { queueRequest } from './send-request.ts'

/** Who changes an order, and what is left to be done after the commit. One for each transaction. */
export interface Doing {
  readonly project: number
  readonly now: number
  readonly by: {
    readonly kind: 'person' | 'bot' | 'program' | 'system'
    readonly account: number | null
    readonly name: string
    readonly block: number | null
  }
  /** The mass action that this is a part of. */
  readonly batch?: number
  /** The client whose turn it is: his session is in the turn's hands. */
  readonly running?: number
  /** Clients with a callback in their inbox. */
  readonly called: Set<number>
  readonly events: LiveEvent[]
  /** Projects whose mail server has something to send. */
  readonly mails: Set<number>
  /** Moments at which messages were planned to be delivered. */
  readonly deliveries?: number[]
}

export interface OrderFields {
  readonly name: string
  readonly description: string
  readonly budget: number | null
  readonly responsible: number | null
}

export interface NewOrderRow extends Partial<OrderFields> {
  readonly client: ClientRow
  readonly test: boolean
  /** Without it: where the project puts new orders. Null: unsorted. */
  readonly state?: StateRow | null
  readonly variables?: Dict
}

export type OrderBook = ReturnType<typeof orderBook>

/**
 * Orders and everything that may be done to them (crm-and-tasks, section 5): one place for scripts, pages and programs, so that a move is the same event
 * whoever makes it. Each change is noted with who and why, told to open pages, and told to the client's dialogue where the project wants it.
 */
export function orderBook(db: Db, numbers: Numbers, clients: ClientsStore, inbox: InboxStore) {
  const store: OrdersStore = ordersStore(db)
  const pipelines: PipelinesStore = pipelinesStore(db, numbers)
  const settings: OrderSettingsStore = orderSettingsStore(db)
  const rate = callbackRate(db)
  const responsible = db.prepare((build, key: { client: number }) =>
    build.selectFrom('dialogues').select('responsible').where('client_id', '=', key.client),
  )

  function* create(doing: Doing, { client, test, state, variables, ...fields }: NewOrderRow): Step<OrderRow> {
    const place = state === undefined ? yield* firstPlace(doing.project) : (state ?? undefined)
    const { name = '', description = '', budget = null } = fields
    const responsible = fields.responsible === undefined ? yield* responsibleOf(client) : fields.responsible
    const row: OrderRow = {
      project_id: doing.project,
      number: yield* numbers.take(doing.project, 'order'),
      client_id: client.id,
      test: Number(test),
      status: 'active',
      pipeline_id: place?.pipeline ?? null,
      state_id: place?.id ?? null,
      name,
      name_search: name.toLowerCase(),
      description,
      budget,
      responsible,
      variables: writeJson(variables ?? new Map()),
      revision: 1,
      created_at: doing.now,
      changed_at: doing.now,
      entered_at: doing.now,
      submitted_at: null,
      closed_at: null,
      deleted_at: null,
    }
    yield* store.insert(row)
    yield* note(doing, row, 'created', null, labelOf(place))
    tell(doing, row, { from: null, before: null })
    return row
  }

  /** On creation an order inherits its client's responsible (section 4). */
  function* responsibleOf({ id }: ClientRow): Step<number | null> {
    return (yield* settle(responsible.first({ client: id })))?.responsible ?? null
  }

  /** The first state of the first pipeline, unless the project accepts new orders by hand (section 5.1). */
  function* firstPlace(project: number): Step<StateRow | undefined> {
    const { acceptLeads } = yield* settings.read(project)
    return acceptLeads ? (yield* pipelines.statesOf(project))[0] : undefined
  }

  function* findState(project: number, id: number): Step<StateRow | undefined> {
    return (yield* pipelines.statesOf(project)).find((state) => state.id === id)
  }

  /** To an ordinary state: one that was closed is open again. */
  function* moveTo(doing: Doing, row: OrderRow, state: StateRow | null, why = ''): Step<OrderRow> {
    if (row.status === 'active' && row.state_id === (state?.id ?? null)) return row
    yield* reclaim(doing, row)
    const fields = { status: 'active', pipeline_id: state?.pipeline ?? null, state_id: state?.id ?? null, closed_at: null } as const
    let moved = yield* store.update(row, { ...fields, changed_at: doing.now, entered_at: doing.now })
    yield* note(doing, row, 'place', yield* placeLabel(row), labelOf(state ?? undefined), why)
    const restored = restoredNames[row.status]
    if (restored) moved = yield* setVariables(doing, moved, new Map([[restored, 'true']]))
    if (state)
      yield* callback(doing, moved, `crm_state_changed ${state.pipelineName}:${state.name}`, (wanted) => wants(wanted.callbacks, state))
    tell(doing, moved, { from: placeOf(row), before: row.budget })
    return moved
  }

  function* close(doing: Doing, row: OrderRow, status: Exclude<OrderStatus, 'active'>, reason = ''): Step<OrderRow> {
    if (row.status === status) return row
    if (status === 'success') yield* reclaim(doing, row)
    let closed = yield* store.update(row, { status, closed_at: doing.now, changed_at: doing.now, entered_at: doing.now })
    yield* note(doing, row, 'place', yield* placeLabel(row), status, reason)
    const reasonName = reasonNames[status]
    if (reason !== '' && reasonName) closed = yield* setVariables(doing, closed, new Map([[reasonName, reason]]))
    yield* callback(doing, closed, `crm_system_state_changed ${status}`, ({ callbacks }) => callbacks.system)
    tell(doing, closed, { from: placeOf(row), before: row.budget })
    return closed
  }

  function* change(doing: Doing, row: OrderRow, fields: Partial<OrderFields>, responsibleName = ''): Step<OrderRow> {
    const changed = (['name', 'description', 'budget', 'responsible'] as const).filter(
      (field) => fields[field] !== undefined && fields[field] !== row[field],
    )
    if (!changed.length) return row
    const set: Partial<OrderRow> = Object.fromEntries(changed.map((field) => [field, fields[field]]))
    const search = set.name === undefined ? {} : { name_search: set.name.toLowerCase() }
    const next = yield* store.update(row, { ...set, ...search, changed_at: doing.now })
    for (const field of changed) yield* note(doing, row, field, asText(row[field]), asText(next[field]))
    if (changed.includes('responsible')) {
      const text = `change_responsible_order ${row.number}: ${responsibleName}`
      yield* callback(doing, next, text, ({ callbacks }) => callbacks.responsible)
    }
    tell(doing, next, { from: placeOf(next), before: row.budget })
    return next
  }

  /** `silently`: without its callback. */
  function* remove(doing: Doing, row: OrderRow, { silently = false } = {}): Step<void> {
    const removed = yield* store.update(row, { deleted_at: doing.now, changed_at: doing.now })
    yield* note(doing, row, 'deleted', yield* placeLabel(row), null)
    yield* callback(doing, removed, `crm_lead_removed ${row.number}`, ({ callbacks }) => callbacks.removed && !silently)
    doing.events.push(...eventOf(removed, { from: placeOf(row), to: null, before: row.budget, after: null }))
    yield* detach(doing, row)
  }

  function* undelete(doing: Doing, row: OrderRow): Step<OrderRow> {
    if (row.status === 'active' || row.status === 'success') yield* reclaim(doing, row)
    const back = yield* store.update(row, { deleted_at: null, changed_at: doing.now })
    yield* note(doing, row, 'restored', null, yield* placeLabel(back))
    tell(doing, back, { from: null, before: null })
    return back
  }

  /** Stores variables beside the others; those of a current order also where its client's dialogue finds them. Refused ones are left out. */
  function* setVariables(doing: Doing, row: OrderRow, values: ReadonlyMap<string, Value>, noted = false): Step<OrderRow> {
    if (!values.size) return row
    const variables = new Map(readVariables(row.variables))
    for (const [name, value] of values) {
      const before = variables.get(name)
      if (storeVariable(variables, name, value) !== undefined || !noted) continue
      yield* note(doing, row, `variable:${name}`, before === undefined ? null : toText(before), toText(value) || null)
    }
    const next = yield* store.update(row, { variables: writeJson(variables), changed_at: doing.now })
    yield* inSession(doing, row, (session) => {
      const order = new Map(session.variables.order)
      for (const [name, value] of values) storeVariable(order, name, value)
      return { ...session, variables: { ...session.variables, order } }
    })
    return next
  }

  /** The current order of a client is in his session, too. */
  function* inSession(doing: Doing, { client_id, number }: OrderRow, edit: (session: Session) => Session): Step<void> {
    if (client_id === doing.running) return
    const client = yield* clients.lock(client_id)
    if (!client || client.session === null) return
    const session = sessionFromJson(client.session, [])
    if (session.order !== number) return
    yield* saveSession(client, edit(session), doing.now)
  }

  function* saveSession(client: ClientRow, session: Session, now: number): Step<void> {
    yield* clients.save({ id: client.id, name: session.client.name, session: sessionToJson(session), position: session.position, now })
  }

  /** A deleted order is current no more: the latest of the others is (section 5.2). */
  function* detach(doing: Doing, row: OrderRow): Step<void> {
    const left = (yield* store.ofClient(row.client_id)).at(-1)
    const latest = left && (yield* store.find(doing.project, left.number))
    const order: Dict = latest ? readVariables(latest.variables) : new Map()
    yield* inSession(doing, row, (session) => ({ ...session, order: latest?.number ?? null, variables: { ...session.variables, order } }))
  }

  /** A new order that a person made for a client is his current one. */
  function* makeCurrent(doing: Doing, client: ClientRow, row: OrderRow): Step<void> {
    if (client.session === null) return
    const session = sessionFromJson(client.session, [])
    const variables = { ...session.variables, order: readVariables(row.variables) }
    yield* saveSession(client, { ...session, order: row.number, variables }, doing.now)
  }

  function* callback(doing: Doing, row: OrderRow, text: string, wanted: (settings: OrderSettings) => boolean): Step<void> {
    if (!wanted(yield* settings.read(doing.project))) return
    const client = yield* clients.find(row.client_id)
    // A client whose very first turn runs has no session yet: it is about to be stored.
    if (!client || (client.session === null && client.id !== doing.running)) return
    if (!(yield* rate.allows(client.id, doing.now))) return
    const event = { kind: 'callback', text, pressed: false, order: row.number } as const
    const arrival = { channel: client.channel, outsideId: `crm:${randomUUID()}`, client: client.id, event, now: doing.now }
    yield* inbox.add(arrival, inboxStates.waiting)
    doing.called.add(client.id)
  }

  /** An order that is a visit takes up time again: not over another one (booking, section 7). */
  function* reclaim(doing: Doing, row: OrderRow): Step<void> {
    if (!(yield* reclaimTime(db, doing.project, row.number, doing.now))) throw failure('slot-taken')
  }

  function* note(doing: Doing, row: OrderRow, what: string, before: string | null, after: string | null, why = ''): Step<void> {
    const { by, batch = null } = doing
    yield* store.note({
      project_id: doing.project,
      number: row.number,
      at: doing.now,
      by_kind: by.kind,
      by_account: by.account,
      by_name: by.name,
      block: by.block,
      what,
      before,
      after,
      why,
      batch,
    })
  }

  function* placeLabel(row: OrderRow): Step<string> {
    if (row.status !== 'active') return row.status
    return labelOf(row.state_id === null ? undefined : yield* findState(row.project_id, row.state_id))
  }

  const next = (project: number): Step<number> => numbers.next(project, 'order')

  return {
    store,
    pipelines,
    settings,
    numbers,
    create,
    findState,
    moveTo,
    close,
    change,
    remove,
    undelete,
    setVariables,

    /** Puts a callback about it into its client's dialogue, to be heard after what runs now. */
    call: (doing: Doing, row: OrderRow, text: string): Step<void> => callback(doing, row, text, () => true),

    /** The visit that it is was moved. */
    noteBooking: (doing: Doing, row: OrderRow, before: string, after: string): Step<void> => note(doing, row, 'booking', before, after),

    /** Its client has a label more or less: its card shows it. */
    *noteLabel(doing: Doing, row: OrderRow, before: string | null, after: string | null): Step<void> {
      const changed = yield* store.update(row, { changed_at: doing.now })
      yield* note(doing, row, 'label', before, after)
      tell(doing, changed, { from: placeOf(row), before: row.budget })
      doing.events.push({ type: 'dialogue-changed', client: row.client_id, message: null })
    },

    /** Pages load it again, with what hangs on it. */
    told: (doing: Doing, row: OrderRow): void => tell(doing, row, { from: placeOf(row), before: row.budget }),

    /** What became of a payment of it; pages load it again. */
    *notePayment(doing: Doing, row: OrderRow, before: string | null, after: string): Step<void> {
      yield* note(doing, row, 'payment', before, after)
      tell(doing, row, { from: placeOf(row), before: row.budget })
    },

    makeCurrent,

    /** The number that the project's next order will get. */
    next,

    /** "When a client first gets an order variable and has no order, one is created silently" (section 5.2). */
    *open(doing: Doing, client: ClientRow, test: boolean, variables: Dict): Step<number> {
      const row = yield* create(doing, { client, test, variables, ...specialFields(new Map(), variables) })
      return row.number
    },

    /** Variables of the current order as its client's turn leaves them; some of them mean the order itself (calculator-language, section 4.2). */
    *storeVariables(doing: Doing, number: number, before: Dict, after: Dict): Step<void> {
      const saved = yield* store.saveVariables(doing.project, number, writeJson(after), doing.now)
      if (!saved) return
      const fields = specialFields(before, after)
      const row = Object.keys(fields).length ? yield* store.find(doing.project, number) : undefined
      if (row) yield* change(doing, row, fields)
      else if (!saved.test) {
        const at = placeOf(saved)
        const budget = { before: saved.budget, after: saved.budget }
        doing.events.push({
          type: 'order-changed',
          order: number,
          client: doing.running ?? 0,
          revision: saved.revision,
          from: at,
          to: at,
          budget,
        })
      }
    },

    /**
     * Section 3 of builder-and-runtime, "Close deal": the order gets its variables as its final snapshot and the request is formed and sent. It stays
     * where it is on the board, for people to work on. Without a number, it is opened for that. Gives it, if people are to hear of it.
     */
    *submit(doing: Doing, client: ClientRow, test: boolean, number: number | null, variables: Dict): Step<OrderRow | undefined> {
      const found = number === null ? undefined : yield* store.find(doing.project, number)
      if (number !== null && !found) return undefined
      const opened = found ?? (yield* create(doing, { client, test, variables, ...specialFields(new Map(), variables) }))
      // What this very turn called it, or said that it is worth, is what people are told.
      const named = yield* change(doing, opened, specialFields(readVariables(opened.variables), variables))
      const row = yield* store.update(named, { variables: writeJson(variables), submitted_at: doing.now, changed_at: doing.now })
      yield* note(doing, row, 'submitted', null, null)
      tell(doing, row, { from: placeOf(opened), before: opened.budget })
      if (test) return undefined
      const { requests } = yield* settings.read(doing.project)
      yield* queueRequest(db, { project: doing.project, row, client, variables, requests, now: doing.now })
      if (requests.emails.length) doing.mails.add(doing.project)
      return row
    },
  }
}

export const placeOf = (row: Pick<OrderRow, 'status' | 'state_id'>): OrderPlace => {
  if (row.status !== 'active') return { place: row.status }
  return row.state_id === null ? { place: 'unsorted' } : { state: row.state_id }
}

function tell(doing: Doing, row: OrderRow, { from, before }: { from: OrderPlace | null; before: number | null }): void {
  doing.events.push(...eventOf(row, { from, to: placeOf(row), before, after: row.budget }))
}

/** Orders of test people are on no board. */
function eventOf(
  row: OrderRow,
  { from, to, before, after }: { from: OrderPlace | null; to: OrderPlace | null; before: number | null; after: number | null },
): LiveEvent[] {
  const { number: order, client_id: client, revision } = row
  return row.test ? [] : [{ type: 'order-changed', order, client, revision, from, to, budget: { before, after } }]
}

const wants = ({ pipelines, states }: { pipelines: readonly number[]; states: readonly number[] }, { id, pipeline }: StateRow): boolean =>
  states.includes(id) || pipelines.includes(pipeline)

const labelOf = (state: StateRow | undefined): string => (state ? `${state.pipelineName}: ${state.name}` : 'unsorted')

const asText = (value: string | number | null): string | null => (value === null ? null : String(value))

/** Where a reason is kept (section 7; the second name is written so in the documentation). */
const reasonNames: Readonly<Partial<Record<OrderStatus, string>>> = { fail: 'failed_reason', archive: 'achived_reason' }

const restoredNames: Readonly<Partial<Record<OrderStatus, string>>> = { fail: 'restored_from_failed', archive: 'restored_from_archived' }

/** Order variables with a special role, where they have changed (calculator-language, section 4.2). */
function specialFields(before: Dict, after: Dict): { name?: string; description?: string; budget?: number } {
  const written = (name: string): Value | undefined => {
    const value = after.get(name)
    return value === undefined || value === before.get(name) ? undefined : value
  }
  const name = written('Название') ?? written('Name')
  const description = written('Описание') ?? written('Description')
  const amount = written('budget')
  const budget = amount === undefined ? undefined : toNumber(amount)
  return {
    ...(name !== undefined && { name: toText(name) }),
    ...(description !== undefined && { description: toText(description) }),
    ...(budget !== undefined && { budget }),
  }
}
