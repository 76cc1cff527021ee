/** Which clients are meant: the one filter of lists, broadcasts and the inbox (crm-and-tasks, section 9; builder-and-runtime, section 18). */
import { z } from 'zod'

const number = z.int().positive()

export const variableFilterSchema = z.object({
  scope: z.enum(['client', 'order', 'any']).default('any'),
  name: z.string().min(1).max(500),
  /** `filled` and `empty` take no value. Texts are compared as they are shown, letters alike in capitals and small. */
  is: z.enum(['equal', 'not-equal', 'contains', 'filled', 'empty']).default('equal'),
  value: z.string().max(1000).default(''),
})

/** All that is given must hold; an empty filter means everybody. */
export const audienceSchema = z.object({
  /** Keys of channels. */
  channels: z.array(z.string().max(64)).max(100).default([]),
  /** Numbers of the blocks where they stand. */
  blocks: z.array(number).max(1000).default([]),
  lists: z.array(number).max(100).default([]),
  exceptLists: z.array(number).max(100).default([]),
  labels: z.array(number).max(100).default([]),
  exceptLabels: z.array(number).max(100).default([]),
  /** Broadcasts: whom they reached is left out. */
  exceptBroadcasts: z.array(number).max(100).optional(),
  /** CRM states of any of their active orders. */
  states: z.array(number).max(100).default([]),
  variables: z.array(variableFilterSchema).max(10).default([]),
  /** Inclusive. */
  registeredFrom: z.iso.datetime({ offset: true }).optional(),
  /** Exclusive. */
  registeredBefore: z.iso.datetime({ offset: true }).optional(),
  unread: z.boolean().optional(),
  unsubscribed: z.boolean().optional(),
  /** Only these clients. */
  clients: z.array(number).max(100_000).optional(),
})
export type Audience = z.infer<typeof audienceSchema>

/** What the audience is made of, so that a person recognises it. */
export const sampleSchema = z.object({
  count: z.int(),
  /** The first ten. */
  sample: z.array(z.object({ id: z.int(), name: z.string(), channel: z.string() })),
})
