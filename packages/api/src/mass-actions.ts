/** The same for many orders at once, and back (crm-and-tasks, section 11.1). */
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'
import { targetSchema } from './orders.ts'

const project = { projectId: id }
const tag = 'Orders'
const edit = { section: 'orders', level: 'edit' } as const

export const massActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('move'), to: targetSchema, reason: z.string().trim().max(1000).default('') }),
  z.object({ action: z.literal('assign'), responsible: z.int().positive().nullable() }),
  /** A label of their clients: put on where it is not, or taken off where it is. Asks for the right to work with clients. */
  z.object({ action: z.literal('label'), label: z.int().positive(), put: z.boolean() }),
  z.object({ action: z.literal('delete') }),
])
export type MassAction = z.infer<typeof massActionSchema>

/** Why an order was left as it is: it is gone, a ban forbids the move, somebody changed it since, or the time of its booking was taken meanwhile. */
export const massRefusals = ['order-not-found', 'move-forbidden', 'order-changed', 'slot-taken'] as const
export type MassRefusal = (typeof massRefusals)[number]

const massAnswer = z.object({
  /** For `undoMassAction`. */
  batch: z.int(),
  changed: z.array(z.int()),
  /** Orders that were left as they are, each with why. */
  refused: z.array(z.object({ order: z.int(), code: z.enum(massRefusals) })),
})

export const massAction = endpoint({
  name: 'massAction',
  method: 'post',
  path: '/api/projects/:projectId/orders/mass',
  access: edit,
  tag,
  summary: 'The same for many orders at once.',
  params: project,
  body: z.object({ orders: z.array(z.int().positive()).min(1).max(1000), do: massActionSchema }),
  output: massAnswer,
})

export const undoMassAction = endpoint({
  name: 'undoMassAction',
  method: 'post',
  path: '/api/projects/:projectId/orders/mass/:batch/undo',
  access: edit,
  tag,
  summary: 'Takes a mass action back; orders that were changed since are left alone and named.',
  params: { ...project, batch: id },
  output: massAnswer,
})
