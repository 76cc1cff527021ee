/** Orders on a board and in a list, and what these are narrowed by (crm-and-tasks, section 11.1). */
import { z } from 'zod'
import { endpoint, id, moment } from './endpoint.ts'
import { cardSchema, placeSchema } from './orders.ts'
import { systemPlaces } from './pipelines.ts'

const project = { projectId: id }
const tag = 'Orders'
const view = { section: 'orders', level: 'view' } as const

/** Money and numbers in a query are text. */
const amount = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'A number')
  .transform(Number)
const size = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'A whole number from 1 to 999')
  .transform(Number)
  .pipe(z.int().max(200))
const flag = z.enum(['0', '1']).transform((text) => text === '1')
const ids = z
  .string()
  .regex(/^\d{1,16}(,\d{1,16}){0,99}$/, 'Numbers with commas between')
  .transform((text) => text.split(',').map(Number))

/** What a list of orders is narrowed by. `search`: name or phone of the client, name or number of the order. */
export const orderFilter = {
  search: z.string().trim().max(200).optional(),
  states: ids.optional(),
  /** Numbers of accounts; 0 is nobody. */
  responsible: ids.optional(),
  createdFrom: moment.optional(),
  /** Before this moment. */
  createdTo: moment.optional(),
  budgetFrom: amount.optional(),
  budgetTo: amount.optional(),
  variable: z.string().min(1).max(500).optional(),
  /** Text of that variable; without it: any value. */
  value: z.string().max(1000).optional(),
  /** Name of a messenger. */
  messenger: z.string().max(100).optional(),
  /** Key of the channel that its client comes from (`listClientChannels`). */
  channel: z.string().max(300).optional(),
  /** Numbers of labels: its client has any of them. */
  labels: ids.optional(),
  /** `1`: its client has unread messages; `0`: he has none. */
  unread: flag.optional(),
  /** `1`: it has tasks that are not done; `0`: it has none. */
  tasks: flag.optional(),
}

export const orderSorts = ['entered', 'created', 'changed', 'budget', 'name', 'client', 'number'] as const
export type OrderSort = (typeof orderSorts)[number]

/** One column: how many orders, what they are worth together, and the first cards. */
export const columnSchema = z.object({
  at: placeSchema,
  count: z.int(),
  sum: z.number(),
  cards: z.array(cardSchema),
  /** Asks `getColumn` for the cards after these; null: there are no more. */
  next: z.string().nullable(),
})
export type Column = z.infer<typeof columnSchema>

/** The latest to enter a place come first. System places carry cards only when asked for: else their counts alone. */
export const getBoard = endpoint({
  name: 'getBoard',
  method: 'get',
  path: '/api/projects/:projectId/pipelines/:pipelineId/board',
  access: view,
  tag,
  summary: 'The board of a pipeline: its columns with counts, sums and first cards; the unsorted orders; the system places.',
  params: { ...project, pipelineId: id },
  query: { ...orderFilter, size: size.optional(), hidden: flag.optional() },
  output: z.object({ columns: z.array(columnSchema), unsorted: columnSchema, system: z.array(columnSchema) }),
})

export const getColumn = endpoint({
  name: 'getColumn',
  method: 'get',
  path: '/api/projects/:projectId/pipelines/:pipelineId/column',
  access: view,
  tag,
  summary: 'More cards of one column: of a state, or of a system place.',
  params: { ...project, pipelineId: id },
  query: {
    ...orderFilter,
    state: id.optional(),
    place: z.enum(systemPlaces).optional(),
    after: z.string().max(100).optional(),
    size: size.optional(),
  },
  output: z.object({ cards: z.array(cardSchema), next: z.string().nullable() }),
})

export const listOrders = endpoint({
  name: 'listOrders',
  method: 'get',
  path: '/api/projects/:projectId/orders',
  access: view,
  tag,
  summary: 'Orders as a list: filtered, sorted, page by page.',
  params: project,
  query: {
    ...orderFilter,
    pipeline: id.optional(),
    place: z.enum(['active', ...systemPlaces]).optional(),
    client: id.optional(),
    sort: z.enum(orderSorts).optional(),
    direction: z.enum(['asc', 'desc']).optional(),
    page: id.optional(),
    size: size.optional(),
  },
  output: z.object({ orders: z.array(cardSchema), total: z.int(), sum: z.number() }),
})
