import type { Card, OrderClient, OrderSort, SystemPlace } from '@voronka/api'
import { toText } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import { expressionBuilder, sql } from 'kysely'
import { messengerOf } from '../channels/channel-kind.ts'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'
import { orderConditions, type OrderFilter, type Where } from './order-filter.ts'
import { placeOf } from './order-book.ts'
import { readVariables } from './read-variables.ts'

export interface CardRow {
  number: number
  revision: number
  status: 'active' | 'success' | 'fail' | 'archive'
  pipeline_id: number | null
  state_id: number | null
  name: string
  description: string
  budget: number | null
  responsible: number | null
  variables: string
  created_at: number
  changed_at: number
  entered_at: number
  submitted_at: number | null
  closed_at: number | null
  client_id: number
  client_name: string
  phone: string
  email: string
  session: string | null
  kind: 'web' | 'test'
  contact: 'phone' | 'email' | 'outside' | null
  client_type: number | null
  unread: number
}

/** A row with the labels of its client. */
export interface FullRow extends CardRow {
  readonly labels: Card['labels']
  readonly payment: Card['payment']
}

export interface Page {
  readonly cards: Card[]
  readonly next: string | null
}

export type Cards = ReturnType<typeof cardsOf>

/** Orders as pages show them: filtered, counted, page by page. Orders of test people and deleted ones are not among them. */
export function cardsOf(db: Db) {
  const { build } = db

  const rows = () =>
    build
      .selectFrom('orders')
      .innerJoin('clients', 'clients.id', 'orders.client_id')
      .innerJoin('dialogues', 'dialogues.client_id', 'orders.client_id')
      .innerJoin('channels', 'channels.key', 'clients.channel')
      .select([
        'orders.number',
        'orders.revision',
        'orders.status',
        'orders.pipeline_id',
        'orders.state_id',
        'orders.name',
        'orders.description',
        'orders.budget',
        'orders.responsible',
        'orders.variables',
        'orders.created_at',
        'orders.changed_at',
        'orders.entered_at',
        'orders.submitted_at',
        'orders.closed_at',
        'orders.client_id',
        'clients.name as client_name',
        'dialogues.phone',
        'dialogues.email',
        'clients.session',
        'channels.kind',
        'channels.contact',
        'channels.client_type',
        'dialogues.unread',
      ])

  /** A page of rows with their labels and payments: one question for each, however many rows. */
  function* full(project: number, found: readonly CardRow[]): Step<FullRow[]> {
    if (!found.length) return []
    const labels = yield* settle(db.all<{ client_id: number; number: number; name: string; color: number }>(labelsOf(project, found)))
    const states = yield* paymentsOf(project, found)
    return found.map((row) => ({
      ...row,
      payment: states.get(row.number) ?? null,
      labels: labels.filter(({ client_id }) => client_id === row.client_id).map(({ number, name, color }) => ({ number, name, color })),
    }))
  }

  function* paymentsOf(project: number, found: readonly CardRow[]): Step<ReadonlyMap<number, Card['payment']>> {
    const query = build
      .selectFrom('payments')
      .select(['order_number', 'state'])
      .where('project_id', '=', project)
      .where(
        'order_number',
        'in',
        found.map(({ number }) => number),
      )
      .orderBy('number')
    const states = new Map<number, Card['payment']>()
    for (const { order_number: order, state } of yield* settle(
      db.all<{ order_number: number; state: 'waiting' | 'paid' | 'failed' }>(query),
    ))
      if (states.get(order) !== 'paid') states.set(order, state)
    return states
  }

  const labelsOf = (project: number, found: readonly CardRow[]) =>
    build
      .selectFrom('label_members')
      .innerJoin('labels', (join) =>
        join.onRef('labels.project_id', '=', 'label_members.project_id').onRef('labels.number', '=', 'label_members.label'),
      )
      .select(['label_members.client_id', 'labels.number', 'labels.name', 'labels.color'])
      .where('label_members.project_id', '=', project)
      .where('label_members.client_id', 'in', [...new Set(found.map(({ client_id }) => client_id))])
      .orderBy('labels.number')

  /** Names of those who may be responsible, by account. */
  function* people(project: number): Step<ReadonlyMap<number, string>> {
    const query = build
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .select(['members.account_id', 'members.name', 'accounts.name as own_name', 'accounts.email'])
      .where('members.project_id', '=', project)
    const found = yield* settle(db.all<{ account_id: number; name: string; own_name: string; email: string }>(query))
    return new Map(found.map(({ account_id, name, own_name, email }) => [account_id, name || own_name || email]))
  }

  function* totals(project: number, filter: OrderFilter, where: Where): Step<{ count: number; sum: number }> {
    const query = build
      .selectFrom('orders')
      .select((select) => [select.fn.countAll<number>().as('count'), select.fn.sum<number | null>('orders.budget').as('sum')])
      .where((eb) => eb.and(orderConditions(db, project, filter, where)))
    const row = yield* settle(db.first<{ count: number; sum: number | null }>(query))
    return { count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) }
  }

  return {
    people,
    totals,

    /** Counts and sums of every place at once, by `state:7` or `fail`. */
    *placeTotals(project: number, filter: OrderFilter): Step<ReadonlyMap<string, { count: number; sum: number }>> {
      const query = build
        .selectFrom('orders')
        .select((select) => [
          'orders.status',
          'orders.state_id',
          select.fn.countAll<number>().as('count'),
          select.fn.sum<number | null>('orders.budget').as('sum'),
        ])
        .where((eb) => eb.and(orderConditions(db, project, filter, {})))
        .groupBy(['orders.status', 'orders.state_id'])
      const found = yield* settle(db.all<{ status: string; state_id: number | null; count: number; sum: number | null }>(query))
      const sums = new Map<string, { count: number; sum: number }>()
      for (const { status, state_id, count, sum } of found) {
        const key = status === 'active' ? placeKey(state_id) : status
        const before = sums.get(key) ?? { count: 0, sum: 0 }
        sums.set(key, { count: before.count + Number(count), sum: before.sum + Number(sum ?? 0) })
      }
      return sums
    },

    /** The latest to come here first, after the one that a cursor names. */
    *column(
      project: number,
      filter: OrderFilter,
      where: Where,
      { after, size }: { after?: string | undefined; size: number },
    ): Step<FullRow[]> {
      const eb = expressionBuilder<Schema, 'orders'>()
      const [, enteredAt, number] = /^(\d{1,15})-(\d{1,15})$/.exec(after ?? '') ?? []
      const position =
        enteredAt === undefined
          ? []
          : [
              eb.or([
                eb('orders.entered_at', '<', Number(enteredAt)),
                eb.and([eb('orders.entered_at', '=', Number(enteredAt)), eb('orders.number', '<', Number(number))]),
              ]),
            ]
      const query = rows()
        .where((where_) => where_.and([...orderConditions(db, project, filter, where), ...position]))
        .orderBy('orders.entered_at', 'desc')
        .orderBy('orders.number', 'desc')
        .limit(size + 1)
      return yield* full(project, yield* settle(db.all<CardRow>(query)))
    },

    *list(
      project: number,
      filter: OrderFilter,
      where: Where,
      { sort, direction, page, size }: { sort: OrderSort; direction: 'asc' | 'desc'; page: number; size: number },
    ): Step<FullRow[]> {
      const query = rows()
        .where((eb) => eb.and(orderConditions(db, project, filter, where)))
        .orderBy(sortColumns[sort], direction)
        .orderBy('orders.number', direction)
        .limit(size)
        .offset((page - 1) * size)
      return yield* full(project, yield* settle(db.all<CardRow>(query)))
    },

    *one(project: number, number: number): Step<FullRow | undefined> {
      const query = rows()
        .where('orders.project_id', '=', project)
        .where('orders.number', '=', number)
        .where('orders.deleted_at', 'is', null)
        .where('orders.test', '=', sql.lit(0))
      const found = yield* settle(db.first<CardRow>(query))
      return (yield* full(project, found ? [found] : []))[0]
    },
  }
}

const sortColumns = {
  entered: 'orders.entered_at',
  created: 'orders.created_at',
  changed: 'orders.changed_at',
  budget: 'orders.budget',
  name: 'orders.name_search',
  client: 'clients.name',
  number: 'orders.number',
} as const satisfies Record<OrderSort, string>

export const placeKey = (state: number | null): string => (state === null ? 'unsorted' : `state:${state}`)

export const systemPlacesOf: readonly Exclude<SystemPlace, 'unsorted'>[] = ['success', 'fail', 'archive']

/** A page of rows that was asked for with one more than it holds. */
export function pageOf(rows: readonly FullRow[], size: number, toCard: (row: FullRow) => Card): Page {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { cards: shown.map(toCard), next: rows.length > size && last ? `${last.entered_at}-${last.number}` : null }
}

export function cardOf(row: FullRow, people: ReadonlyMap<number, string>, shown: readonly string[] | 'all'): Card {
  const all = shown !== 'all' && !shown.length ? new Map() : readVariables(row.variables)
  const names = shown === 'all' ? [...all.keys()] : shown.filter((name) => all.has(name))
  return {
    number: row.number,
    revision: row.revision,
    at: placeOf(row),
    client: clientOf(row),
    name: row.name,
    description: row.description,
    budget: row.budget,
    responsible: row.responsible === null ? null : { id: row.responsible, name: people.get(row.responsible) ?? '' },
    variables: Object.fromEntries(names.map((name) => [name, toText(all.get(name) ?? null)])),
    createdAt: isoText(row.created_at),
    changedAt: isoText(row.changed_at),
    enteredAt: isoText(row.entered_at),
    labels: row.labels,
    unread: row.unread,
    payment: row.payment,
  }
}

export function clientOf(
  row: Pick<CardRow, 'client_id' | 'client_name' | 'phone' | 'email' | 'kind' | 'contact' | 'client_type'>,
): OrderClient {
  return { id: row.client_id, name: row.client_name, messenger: messengerOf(row), phone: row.phone, email: row.email }
}

export const isoText = (moment: number): string => new Date(moment).toISOString()
