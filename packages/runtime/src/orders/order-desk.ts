import { massRefusals } from '@voronka/api'
import type { MassAction, MassRefusal, Order, OrderChange, OrderConflict, OrderPlace, OrderTarget, OrderHistoryEntry } from '@voronka/api'
import { toText, type Value } from '@voronka/calculator'
import { sessionFromJson, settle, type Step } from '@voronka/flow/engine'
import { contactClients } from '../clients/contacts.ts'
import { failure, failureWith, Failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { orderLabels } from './order-labels.ts'
import { cardOf, cardsOf, clientOf, isoText, type CardRow } from './cards.ts'
import { placeOf, type Doing } from './order-book.ts'
import type { HistoryRow, OrderRow } from './orders.store.ts'
import type { StateRow } from './pipelines.store.ts'
import { readVariables } from './read-variables.ts'

export type OrderDesk = ReturnType<typeof createOrderDesk>

interface NewOrder {
  readonly client?: number | undefined
  readonly clientName: string
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly description: string
  readonly budget: number | null
  readonly responsible?: number | null | undefined
  readonly to?: OrderTarget | undefined
  readonly variables: Readonly<Record<string, string>>
}

/** More live events than this at once, and the pages are told to load their boards again. */
const mostEvents = 20
const shownHistory = 500

/** Orders as people and programs work on them (crm-and-tasks, section 11.1). */
export function createOrderDesk(context: WorkContext, worker: Worker, live: LiveHub) {
  const { db, clock, orders, clients, channels } = context
  const cards = cardsOf(db)
  const labels = orderLabels(context)

  function doingOf(project: number, actor: Actor, batch?: number): Doing {
    const kind = actor.kind === 'person' ? 'person' : 'program'
    const by = { kind, account: actor.account, name: actor.name || actor.email, block: null } as const
    return { project, now: clock.now(), by, ...(batch !== undefined && { batch }), called: new Set(), events: [], mails: new Set() }
  }

  /** Does something in one transaction; what it caused is told and worked off after the commit. */
  async function act<T>(project: number, actor: Actor, work: (doing: Doing) => Step<T>): Promise<T> {
    // On a shared database the work may be run anew: what the last run left counts.
    let doing = doingOf(project, actor)
    const answer = await db.transaction(() => {
      doing = doingOf(project, actor)
      return work(doing)
    })
    const { events, called } = doing
    if (events.length <= mostEvents) for (const event of events) live.publish(project, event)
    else live.publish(project, { type: 'orders-changed', orders: events.flatMap((event) => ('order' in event ? [event.order] : [])) })
    for (const client of called) worker.drain(client)
    return answer
  }

  function* present(project: number, number: number, options?: { deleted?: boolean }): Step<OrderRow> {
    const row = yield* orders.store.find(project, number, options)
    if (!row || row.test) throw failure('order-not-found', number)
    return row
  }

  function* shown(project: number, number: number, actor: Actor): Step<Order> {
    const row = yield* cards.one(project, number)
    if (!row) throw failure('order-not-found', number)
    return {
      ...cardOf(row, yield* cards.people(project), actor.has('variables.seeOrder') ? 'all' : []),
      current: row.session !== null && sessionFromJson(row.session, []).order === number,
      submittedAt: row.submitted_at === null ? null : isoText(row.submitted_at),
      closedAt: row.closed_at === null ? null : isoText(row.closed_at),
      restoresTo: row.status === 'active' ? null : yield* restoresTo(project, row),
    }
  }

  function* restoresTo(project: number, { state_id }: Pick<CardRow, 'state_id'>): Step<OrderPlace> {
    const state = state_id === null ? undefined : yield* orders.findState(project, state_id)
    return state ? { state: state.id } : { place: 'unsorted' }
  }

  /** The state that is meant; null: unsorted; a text: one of the closed places. */
  function* targetOf(project: number, target: OrderTarget): Step<StateRow | null | 'success' | 'fail' | 'archive'> {
    if ('place' in target) return target.place === 'unsorted' ? null : target.place
    const states = yield* orders.pipelines.statesOf(project)
    const state = states.find(({ id, pipeline }) => ('state' in target ? id === target.state : pipeline === target.pipeline))
    if (!state) throw failure('state-not-found')
    return state
  }

  /** By hand: the bans of the state that it leaves hold. */
  function* moveByHand(doing: Doing, row: OrderRow, target: OrderTarget, reason: string): Step<OrderRow> {
    const to = yield* targetOf(doing.project, target)
    if (typeof to === 'string') return yield* orders.close(doing, row, to, reason)
    const from = row.state_id === null || row.status !== 'active' ? undefined : yield* orders.findState(doing.project, row.state_id)
    if (to && from?.forbidden.includes(to.id)) throw failure('move-forbidden', from.name, to.name)
    return yield* orders.moveTo(doing, row, to, reason)
  }

  function* refuseConflicts(doing: Doing, row: OrderRow, actor: Actor, fields: readonly Met[]): Step<void> {
    const met = fields.filter(({ now, from, to }) => !same(now, from) && !same(now, to))
    if (!met.length) return
    const conflicts: OrderConflict['conflicts'] = []
    for (const { field, what, now } of met) {
      const last = yield* latestChange(doing.project, row.number, what)
      conflicts.push({ field, now, by: last?.by_name ?? '', at: last ? isoText(last.at) : null })
    }
    throw failureWith('order-changed', { conflicts, order: yield* shown(doing.project, row.number, actor) } satisfies OrderConflict)
  }

  function* latestChange(project: number, number: number, what: string): Step<HistoryRow | undefined> {
    const query = db.build
      .selectFrom('order_history')
      .selectAll()
      .where('project_id', '=', project)
      .where('number', '=', number)
      .where('what', '=', what)
      .orderBy('id', 'desc')
      .limit(1)
    return yield* settle(db.first<HistoryRow>(query))
  }

  function* responsibleName(project: number, account: number | null | undefined): Step<string> {
    if (account === null || account === undefined) return ''
    const name = (yield* cards.people(project)).get(account)
    if (name === undefined) throw failure('responsible-not-found')
    return name
  }

  function* change(doing: Doing, actor: Actor, number: number, changes: readonly OrderChange[]): Step<void> {
    if (changes.some(({ field }) => field === 'variable') && !actor.has('variables.seeOrder')) throw failure('not-allowed')
    const row = yield* present(doing.project, number)
    const variables = readVariables(row.variables)
    const metOf = (each: OrderChange): Met => {
      if (each.field !== 'variable') return { field: each.field, what: each.field, now: row[each.field], from: each.from, to: each.to }
      const value = variables.get(each.name)
      const field = `variable:${each.name}`
      return { field, what: field, now: value === undefined ? null : toText(value), from: each.from, to: each.to || null }
    }
    yield* refuseConflicts(doing, row, actor, changes.map(metOf))
    const fields: { -readonly [K in 'name' | 'description' | 'budget' | 'responsible']?: OrderRow[K] } = {}
    const values = new Map<string, Value>()
    for (const each of changes) {
      if (each.field === 'variable') values.set(each.name, each.to)
      else Object.assign(fields, { [each.field]: each.to })
    }
    const name = yield* responsibleName(doing.project, fields.responsible)
    const changed = yield* orders.change(doing, row, fields, name)
    if (!values.size) return
    const stored = yield* orders.setVariables(doing, changed, values, true)
    // The card may show one of them.
    const at = placeOf(stored)
    const budget = { before: stored.budget, after: stored.budget }
    doing.events.push({
      type: 'order-changed',
      order: number,
      client: stored.client_id,
      revision: stored.revision,
      from: at,
      to: at,
      budget,
    })
  }

  function* create(doing: Doing, order: NewOrder): Step<number> {
    const { project, now } = doing
    const found = order.client === undefined ? undefined : yield* clients.find(order.client)
    const contact = { name: order.clientName, phone: order.phone, email: order.email }
    const client = order.client === undefined ? yield* contactClients(context).findOrCreate(project, contact, false, now) : found
    const channel = client && (yield* channels.find(client.channel))
    if (!client || client.project_id !== project || channel?.kind === 'test') throw failure('client-needed')
    const to = order.to === undefined ? undefined : yield* targetOf(project, order.to)
    if (typeof to === 'string') throw failure('state-not-found')
    yield* responsibleName(project, order.responsible)
    const locked = (yield* clients.lock(client.id)) ?? client
    const row = yield* orders.create(doing, {
      client: locked,
      test: false,
      name: order.name,
      description: order.description,
      budget: order.budget,
      ...(order.responsible !== undefined && { responsible: order.responsible }),
      ...(to !== undefined && { state: to }),
    })
    const stored = yield* orders.setVariables(doing, row, new Map(Object.entries(order.variables)))
    yield* orders.makeCurrent(doing, locked, stored)
    return row.number
  }

  return {
    cards,

    get: (project: number, number: number, actor: Actor) => db.transaction(() => shown(project, number, actor)),

    create: (project: number, order: NewOrder, actor: Actor) =>
      act(project, actor, function* (doing) {
        return yield* shown(project, yield* create(doing, order), actor)
      }),

    change: (project: number, number: number, changes: readonly OrderChange[], actor: Actor) =>
      act(project, actor, function* (doing) {
        yield* change(doing, actor, number, changes)
        return yield* shown(project, number, actor)
      }),

    move: (project: number, number: number, { from, to, reason }: { from: OrderPlace; to: OrderTarget; reason: string }, actor: Actor) =>
      act(project, actor, function* (doing) {
        const row = yield* present(project, number)
        const met = { field: 'place', what: 'place', now: placeOf(row), from, to: to as OrderPlace }
        yield* refuseConflicts(doing, row, actor, [met])
        yield* moveByHand(doing, row, to, reason)
        return yield* shown(project, number, actor)
      }),

    restore: (project: number, number: number, from: OrderPlace, actor: Actor) =>
      act(project, actor, function* (doing) {
        const row = yield* present(project, number)
        const to = yield* restoresTo(project, row)
        yield* refuseConflicts(doing, row, actor, [{ field: 'place', what: 'place', now: placeOf(row), from, to }])
        yield* orders.moveTo(doing, row, 'state' in to ? ((yield* orders.findState(project, to.state)) ?? null) : null)
        return yield* shown(project, number, actor)
      }),

    remove: (project: number, number: number, actor: Actor) =>
      act(project, actor, function* (doing) {
        yield* orders.remove(doing, yield* present(project, number))
      }),

    undelete: (project: number, number: number, actor: Actor) =>
      act(project, actor, function* (doing) {
        const row = yield* present(project, number, { deleted: true })
        if (row.deleted_at !== null) yield* orders.undelete(doing, row)
        return yield* shown(project, number, actor)
      }),

    history: (project: number, number: number, actor: Actor): Promise<OrderHistoryEntry[]> =>
      db.transaction(function* () {
        yield* present(project, number, { deleted: true })
        const query = db.build
          .selectFrom('order_history')
          .selectAll()
          .where('project_id', '=', project)
          .where('number', '=', number)
          .orderBy('id', 'desc')
          .limit(shownHistory)
        const sees = actor.has('variables.seeOrder')
        const entries = (yield* settle(db.all<HistoryRow>(query))).filter(({ what }) => sees || !what.startsWith('variable:'))
        return entries.map((row) => ({
          at: isoText(row.at),
          by: { kind: row.by_kind, name: row.by_name, block: row.block },
          what: row.what,
          before: row.before,
          after: row.after,
          why: row.why,
        }))
      }),

    /** Each order on its own: those that cannot are left as they are, and told. */
    mass: (project: number, numbers: readonly number[], action: MassAction, actor: Actor) =>
      act(project, actor, function* (doing) {
        const batch = yield* orders.numbers.take(project, 'batch')
        const name = yield* responsibleName(project, action.action === 'assign' ? action.responsible : null)
        const label = action.action === 'label' ? yield* labels.allowed(project, action.label, actor) : undefined
        return yield* forEach(numbers, batch, function* (number) {
          const part = { ...doing, batch }
          const row = yield* present(project, number)
          if (action.action === 'move') yield* moveByHand(part, row, action.to, action.reason)
          else if (action.action === 'assign') yield* orders.change(part, row, { responsible: action.responsible }, name)
          else if (action.action === 'delete') yield* orders.remove(part, row)
          else if (label) yield* labels.change(part, row, label, action.put)
        })
      }),

    undoMass: (project: number, batch: number, actor: Actor) =>
      act(project, actor, function* (doing) {
        const query = db.build
          .selectFrom('order_history')
          .selectAll()
          .where('project_id', '=', project)
          .where('batch', '=', batch)
          .where('what', 'in', ['place', 'responsible', 'deleted', 'label'])
          .orderBy('id')
        const entries = new Map((yield* settle(db.all<HistoryRow>(query))).map((entry) => [entry.number, entry]))
        return yield* forEach([...entries.keys()], batch, function* (number) {
          const entry = entries.get(number)
          if (entry) yield* takeBack(doing, entry)
        })
      }),

    suggest: (project: number, search: string) =>
      db.transaction(function* () {
        const pattern = search.replaceAll(/[!%_]/g, '!$&')
        const query = suggested(db, project, search, pattern)
        return (yield* settle(db.all<Parameters<typeof clientOf>[0]>(query))).map(clientOf)
      }),
  }

  /** What one order went through in a mass action, unless somebody changed it since. */
  function* takeBack(doing: Doing, entry: HistoryRow): Step<void> {
    const row = yield* present(doing.project, entry.number, { deleted: true })
    if (entry.what === 'label') return yield* labels.takeBack(doing, row, entry)
    const last = yield* latestChange(doing.project, entry.number, entry.what)
    if (last?.id !== entry.id) throw failure('order-changed')
    if (entry.what === 'deleted') {
      if (row.deleted_at !== null) yield* orders.undelete(doing, row)
    } else if (entry.what === 'responsible') {
      const account = entry.before === null ? null : Number(entry.before)
      yield* orders.change(
        doing,
        row,
        { responsible: account },
        account === null ? '' : ((yield* cards.people(doing.project)).get(account) ?? ''),
      )
    } else {
      yield* backTo(doing, row, entry.before ?? 'unsorted')
    }
  }

  /** `before` as the history writes places: `Sales: New`, `unsorted`, `fail`. */
  function* backTo(doing: Doing, row: OrderRow, before: string): Step<void> {
    if (before === 'success' || before === 'fail' || before === 'archive') {
      yield* orders.close(doing, row, before)
      return
    }
    const states = yield* orders.pipelines.statesOf(doing.project)
    const state = states.find(({ name, pipelineName }) => `${pipelineName}: ${name}` === before)
    if (!state && before !== 'unsorted') throw failure('order-changed')
    yield* orders.moveTo(doing, row, state ?? null)
  }

  function* forEach(numbers: readonly number[], batch: number, each: (number: number) => Step<void>) {
    const changed: number[] = []
    const refused: { order: number; code: MassRefusal }[] = []
    for (const number of new Set(numbers)) {
      try {
        yield* db.nested(() => each(number))
        changed.push(number)
      } catch (error) {
        const code = massRefusals.find((each) => error instanceof Failure && error.code === each)
        if (!code) throw error
        refused.push({ order: number, code })
      }
    }
    return { batch, changed, refused }
  }
}

/** A field with what stands there now, what its editor saw and what he wants. */
interface Met {
  readonly field: string
  /** What the history calls it. */
  readonly what: string
  readonly now: string | number | null | OrderPlace
  readonly from: unknown
  readonly to: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const suggestedMost = 20

function suggested({ build }: WorkContext['db'], project: number, search: string, pattern: string) {
  const phone = search.replaceAll(/\D/g, '')
  const spellings = [...new Set([pattern, pattern.slice(0, 1).toUpperCase() + pattern.slice(1).toLowerCase()])]
  return build
    .selectFrom('clients')
    .innerJoin('channels', 'channels.key', 'clients.channel')
    .innerJoin('dialogues', 'dialogues.client_id', 'clients.id')
    .select([
      'clients.id as client_id',
      'clients.name as client_name',
      'dialogues.phone',
      'dialogues.email',
      'channels.kind',
      'channels.contact',
      'channels.client_type',
    ])
    .where('clients.project_id', '=', project)
    .where('channels.kind', '=', 'web')
    .where((eb) =>
      eb.or([
        ...spellings.map((each) => eb('clients.name', 'like', `%${each}%`)),
        eb('dialogues.email', 'like', `${pattern.toLowerCase()}%`),
        ...(phone.length >= 3 ? [eb('dialogues.phone', 'like', `%${phone}%`)] : []),
      ]),
    )
    .orderBy('clients.updated_at', 'desc')
    .orderBy('clients.id', 'desc')
    .limit(suggestedMost)
}
