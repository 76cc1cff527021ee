/** Orders (crm-and-tasks, section 5). */
import { z } from 'zod'
import { done, endpoint, id, moment } from './endpoint.ts'
import { systemPlaces } from './pipelines.ts'

const project = { projectId: id }
/** The number of an order: unique in its project, what `get_order_id()` gives. */
const order = { ...project, order: id }
const tag = 'Orders'
const view = { section: 'orders', level: 'view' } as const
const edit = { section: 'orders', level: 'edit' } as const

/** Where an order is: in a state, or in one of the places outside them. */
export const placeSchema = z.union([z.object({ state: z.int() }), z.object({ place: z.enum(systemPlaces) })])
export type OrderPlace = z.infer<typeof placeSchema>

/** Where to put one: `{pipeline}` is the first state of that pipeline ("accept" of an unsorted order). */
export const targetSchema = z.union([...placeSchema.options, z.object({ pipeline: z.int() })])
export type OrderTarget = z.infer<typeof targetSchema>

const person = z.object({ id: z.int(), name: z.string() })

export const orderClientSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** Name of the messenger, as `#{messenger}` has it. */
  messenger: z.string(),
  phone: z.string(),
  email: z.string(),
})
export type OrderClient = z.infer<typeof orderClientSchema>

/** What a card of the board shows. */
export const cardSchema = z.object({
  number: z.int(),
  /** Counts every change of the order. */
  revision: z.int(),
  at: placeSchema,
  client: orderClientSchema,
  name: z.string(),
  description: z.string(),
  budget: z.number().nullable(),
  responsible: person.nullable(),
  /** Those that the pipeline's cards show, as text; absent ones are left out. */
  variables: z.record(z.string(), z.string()),
  createdAt: moment,
  changedAt: moment,
  /** When it came to where it is. */
  enteredAt: moment,
  /** Those of its client. */
  labels: z.array(z.object({ number: z.int(), name: z.string(), color: z.int() })),
  /** Messages of its client that nobody has read. */
  unread: z.int(),
  /** Whether one of its payments was made, else how the latest stands; null: nothing was to be paid. */
  payment: z.enum(['waiting', 'paid', 'failed']).nullable(),
})
export type Card = z.infer<typeof cardSchema>

export const orderSchema = cardSchema.extend({
  /** All of them; empty for those whose role does not show order variables. */
  variables: z.record(z.string(), z.string()),
  /** The client's current order: what his dialogue reads and writes. */
  current: z.boolean(),
  /** When a "Close deal" block formed the request. */
  submittedAt: moment.nullable(),
  closedAt: moment.nullable(),
  /** Where restoring puts it: the state it was in before it was closed. */
  restoresTo: placeSchema.nullable(),
})
export type Order = z.infer<typeof orderSchema>

export const getOrder = endpoint({
  name: 'getOrder',
  method: 'get',
  path: '/api/projects/:projectId/orders/:order',
  access: view,
  tag,
  summary: 'One order with its variables.',
  params: order,
  output: orderSchema,
})

/** The client by his number, or by phone or e-mail: a known one, else a new one of that name. */
export const createOrder = endpoint({
  name: 'createOrder',
  method: 'post',
  path: '/api/projects/:projectId/orders',
  access: edit,
  tag,
  summary: 'Creates an order. It becomes the current one of its client.',
  params: project,
  body: z.object({
    client: z.int().positive().optional(),
    clientName: z.string().trim().max(200).default(''),
    phone: z.string().trim().max(40).default(''),
    email: z.union([z.literal(''), z.email().max(254)]).default(''),
    name: z.string().trim().max(500).default(''),
    description: z.string().trim().max(10_000).default(''),
    budget: z.number().nullable().default(null),
    responsible: z.int().positive().nullable().optional(),
    to: targetSchema.optional(),
    variables: z.record(z.string().max(500), z.string().max(100_000)).default({}),
  }),
  output: orderSchema,
})

export const findOrderClients = endpoint({
  name: 'findOrderClients',
  method: 'get',
  path: '/api/projects/:projectId/orders/clients',
  access: edit,
  tag,
  summary: 'Clients to choose from while typing a name, phone or e-mail.',
  params: project,
  query: { search: z.string().trim().min(1).max(200) },
  output: z.object({ clients: z.array(orderClientSchema) }),
})

/**
 * One field with the value that its editor saw and the value he wants. `variable:<name>` is a variable of the order; null: it has none. A field that
 * has another value by now is a conflict, so that nothing is overwritten unseen; fields that others left alone are stored side by side.
 */
export const orderChangeSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), from: z.string(), to: z.string().trim().max(500) }),
  z.object({ field: z.literal('description'), from: z.string(), to: z.string().trim().max(10_000) }),
  z.object({ field: z.literal('budget'), from: z.number().nullable(), to: z.number().nullable() }),
  z.object({ field: z.literal('responsible'), from: z.int().nullable(), to: z.int().positive().nullable() }),
  z.object({
    field: z.literal('variable'),
    name: z.string().min(1).max(500),
    from: z.string().nullable(),
    to: z.string().max(100_000).nullable(),
  }),
])
export type OrderChange = z.infer<typeof orderChangeSchema>

/** `details` of 409 `order-changed`: what stands there now, and who wrote it. */
export const orderConflictSchema = z.object({
  conflicts: z.array(
    z.object({
      field: z.string(),
      now: z.union([z.string(), z.number(), z.null(), placeSchema]),
      by: z.string(),
      at: moment.nullable(),
    }),
  ),
  order: orderSchema,
})
export type OrderConflict = z.infer<typeof orderConflictSchema>

export const changeOrder = endpoint({
  name: 'changeOrder',
  method: 'patch',
  path: '/api/projects/:projectId/orders/:order',
  access: edit,
  tag,
  summary: 'Changes fields and variables, all or none. 409 `order-changed` when somebody else changed one of them meanwhile.',
  params: order,
  body: z.object({ changes: z.array(orderChangeSchema).min(1).max(1000) }),
  output: orderSchema,
})

/** `reason` is kept in `failed_reason` or `achived_reason`. 409 `order-changed`: it is not at `from` any more. 409 `move-forbidden`: a ban of its state. */
export const moveOrder = endpoint({
  name: 'moveOrder',
  method: 'post',
  path: '/api/projects/:projectId/orders/:order/move',
  access: edit,
  tag,
  summary: 'Moves an order to a state or a system place.',
  params: order,
  body: z.object({ from: placeSchema, to: targetSchema, reason: z.string().trim().max(1000).default('') }),
  output: orderSchema,
})

export const restoreOrder = endpoint({
  name: 'restoreOrder',
  method: 'post',
  path: '/api/projects/:projectId/orders/:order/restore',
  access: edit,
  tag,
  summary: 'Takes an order out of successful, failed or archive, back to where it was.',
  params: order,
  body: z.object({ from: placeSchema }),
  output: orderSchema,
})

export const deleteOrder = endpoint({
  name: 'deleteOrder',
  method: 'delete',
  path: '/api/projects/:projectId/orders/:order',
  access: edit,
  tag,
  summary: 'Deletes an order; `undeleteOrder` takes it back.',
  params: order,
  output: done,
})

export const undeleteOrder = endpoint({
  name: 'undeleteOrder',
  method: 'post',
  path: '/api/projects/:projectId/orders/:order/undelete',
  access: edit,
  tag,
  summary: 'Takes a deletion back.',
  params: order,
  output: orderSchema,
})

export const orderHistoryEntrySchema = z.object({
  at: moment,
  /** Who: a person, the bot (with the block whose script did it), a program. */
  by: z.object({ kind: z.enum(['person', 'bot', 'program', 'system']), name: z.string(), block: z.int().nullable() }),
  /** `created`, `deleted`, `restored`, `submitted`, `place`, a field, or `variable:<name>`. */
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The reason that was given. */
  why: z.string(),
})
export type OrderHistoryEntry = z.infer<typeof orderHistoryEntrySchema>

/** The latest first. Places are told by the names they had then: `Sales: New`. */
export const getOrderHistory = endpoint({
  name: 'getOrderHistory',
  method: 'get',
  path: '/api/projects/:projectId/orders/:order/history',
  access: view,
  tag,
  summary: 'Who changed what of an order, and why.',
  params: order,
  output: z.object({ entries: z.array(orderHistoryEntrySchema) }),
})

/**
 * Live events of orders. `from` null: it is new, or taken back; `to` null: it was deleted. With the budgets a board keeps its counts and sums without
 * asking; the card itself is fetched by number when its revision is newer than the one shown.
 */
export const orderEvents = [
  z.object({
    type: z.literal('order-changed'),
    order: z.int(),
    client: z.int(),
    revision: z.int(),
    from: placeSchema.nullable(),
    to: placeSchema.nullable(),
    budget: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  }),
  /** Many at once: load the board again. */
  z.object({ type: z.literal('orders-changed'), orders: z.array(z.int()) }),
  z.object({ type: z.literal('pipelines-changed') }),
] as const
