import type { listOrders, OrderSort } from '@voronka/api'
import { z } from 'zod'
import { startOfDay } from '../crm/start-of-day.ts'

type Query = NonNullable<(typeof listOrders)['input']>

/** What the orders shown are narrowed by, as the server takes it. */
export type OrderFilter = Pick<
  Query,
  | 'search'
  | 'states'
  | 'responsible'
  | 'createdFrom'
  | 'createdTo'
  | 'budgetFrom'
  | 'budgetTo'
  | 'variable'
  | 'value'
  | 'messenger'
  | 'channel'
  | 'labels'
  | 'unread'
  | 'tasks'
>

export type OrdersPage = Pick<Query, 'pipeline' | 'place' | 'client' | 'sort' | 'direction' | 'page' | 'size'>

const number = z.coerce.number().int().positive().optional().catch(undefined)
const text = z.coerce.string().optional().catch(undefined)
const amount = z.coerce.number().optional().catch(undefined)
/** As the query of the server has it: `1` with, `0` without. */
const yesNo = z.coerce
  .string()
  .pipe(z.enum(['0', '1']))
  .optional()
  .catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** The address of the screen: which pipeline, which order is open, what the list is narrowed by. All of it can be sent to a colleague. */
export const ordersSearch = z.object({
  pipeline: number,
  order: number,
  view: z.enum(['board', 'list']).optional().catch(undefined),
  q: text,
  states: text,
  responsible: text,
  /** Days in the time zone of the person who reads. */
  from: day,
  to: day,
  budgetFrom: amount,
  budgetTo: amount,
  variable: text,
  value: text,
  /** Name of a messenger: in addresses and filters that were kept. */
  messenger: text,
  /** Key of a channel. */
  channel: text,
  /** Numbers of labels with commas between. */
  labels: text,
  unread: yesNo,
  tasks: yesNo,
  place: z.enum(['active', 'unsorted', 'success', 'fail', 'archive']).optional().catch(undefined),
  sort: z
    .enum(['entered', 'created', 'changed', 'budget', 'name', 'client', 'number'] satisfies OrderSort[])
    .optional()
    .catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: number,
})
export type OrdersSearch = z.infer<typeof ordersSearch>

/** Those fields of the address that are a filter: what is saved under a name. */
export const filterFields = [
  'q',
  'states',
  'responsible',
  'from',
  'to',
  'budgetFrom',
  'budgetTo',
  'variable',
  'value',
  'messenger',
  'channel',
  'labels',
  'unread',
  'tasks',
] as const satisfies readonly (keyof OrdersSearch)[]
export type FilterField = (typeof filterFields)[number]

/** The filter that an address asks for. */
export function filterOf(search: OrdersSearch): OrderFilter {
  const { q, states, responsible, from, to, budgetFrom, budgetTo, variable, value, messenger, channel, labels, unread, tasks } = search
  return {
    ...(q?.trim() && { search: q.trim() }),
    ...(states && { states: numbersOf(states) }),
    ...(responsible && { responsible: numbersOf(responsible) }),
    ...(from && { createdFrom: startOfDay(from) }),
    ...(to && { createdTo: startOfDay(to, 1) }),
    ...(budgetFrom !== undefined && { budgetFrom }),
    ...(budgetTo !== undefined && { budgetTo }),
    ...(variable && { variable, ...(value !== undefined && { value }) }),
    ...(messenger && { messenger }),
    ...(channel && { channel }),
    ...(labels && { labels: numbersOf(labels) }),
    ...(unread && { unread: unread === '1' }),
    ...(tasks && { tasks: tasks === '1' }),
  }
}

/** How many conditions a person has set besides the search. */
export const countConditions = (search: OrdersSearch): number => {
  const { search: _, createdFrom, createdTo, value: __, ...rest } = filterOf(search)
  return Object.keys(rest).length + (createdFrom || createdTo ? 1 : 0)
}

/** An address without any condition. */
export const withoutFilter: Partial<OrdersSearch> = Object.fromEntries([...filterFields, 'page'].map((field) => [field, undefined]))

export const numbersOf = (text: string): number[] => text.split(',').filter(Boolean).map(Number)
