/**
 * Outgoing webhooks (http-api, section 9; reliability-promises, P5.6), and what waits for servers of others: every delivery with its attempts, and
 * sending it again by hand.
 */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Webhooks and deliveries'
const params = { projectId: id }
const look = { section: 'settings', level: 'view' } as const
const change = { section: 'settings', level: 'edit' } as const

export const mostWebhooks = 10

const url = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i, 'An address that begins with https:// or http://')
  .refine((text) => URL.canParse(text), 'An address with the name of a server')

export const webhookSchema = z.object({
  id: z.int(),
  url: z.string(),
  enabled: z.boolean(),
  /** What failed is sent again with growing pauses for up to 72 hours; otherwise once is all. */
  repeats: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Webhook = z.infer<typeof webhookSchema>

/** The key of the signatures is told only when it is made. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string() })

export const listWebhooks = endpoint({
  name: 'listWebhooks',
  method: 'get',
  path: '/api/projects/:projectId/webhooks',
  access: look,
  tag,
  summary: 'Addresses that are told of every incoming and outgoing message.',
  params,
  output: z.object({ webhooks: z.array(webhookSchema) }),
})

export const createWebhook = endpoint({
  name: 'createWebhook',
  method: 'post',
  path: '/api/projects/:projectId/webhooks',
  access: change,
  tag,
  summary: 'Adds an address. The answer has the key of its signatures, which is not told again.',
  params,
  body: z.object({ url, repeats: z.boolean().default(false) }),
  output: webhookWithSecretSchema,
})

export const changeWebhook = endpoint({
  name: 'changeWebhook',
  method: 'patch',
  path: '/api/projects/:projectId/webhooks/:webhook',
  access: change,
  tag,
  summary: 'Changes an address, switches it on or off, or whether what failed is repeated.',
  params: { ...params, webhook: id },
  body: z.object({ url: url.optional(), enabled: z.boolean().optional(), repeats: z.boolean().optional() }),
  output: webhookSchema,
})

export const renewWebhookSecret = endpoint({
  name: 'renewWebhookSecret',
  method: 'post',
  path: '/api/projects/:projectId/webhooks/:webhook/secret',
  access: change,
  tag,
  summary: 'Makes a new key for the signatures; the former one signs nothing from then on.',
  params: { ...params, webhook: id },
  output: webhookWithSecretSchema,
})

export const removeWebhook = endpoint({
  name: 'removeWebhook',
  method: 'delete',
  path: '/api/projects/:projectId/webhooks/:webhook',
  access: change,
  tag,
  summary: 'Removes an address with everything that waits for it.',
  params: { ...params, webhook: id },
  output: done,
})

export const deliveryStates = ['waiting', 'sent', 'dead'] as const

export const outboxDeliverySchema = z.object({
  id: z.int(),
  state: z.enum(deliveryStates),
  /** Whose server: the address without what may be secret in it. */
  target: z.string(),
  client: z.int().nullable(),
  clientName: z.string().nullable(),
  attempts: z.int(),
  /** Why it failed last. */
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When it is tried (again); null: it is done with, or waits behind another one of its client. */
  dueAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
})
export type OutboxDelivery = z.infer<typeof outboxDeliverySchema>

export const listDeliveries = endpoint({
  name: 'listDeliveries',
  method: 'get',
  path: '/api/projects/:projectId/deliveries',
  access: look,
  tag,
  summary: 'What was sent to servers of others, waits, or was given up; the latest first.',
  params,
  query: { state: z.enum(deliveryStates).optional(), before: id.optional() },
  output: z.object({
    deliveries: z.array(outboxDeliverySchema),
    next: z.int().nullable(),
    /** Up to a thousand of each are counted. */
    waiting: z.int(),
    dead: z.int(),
  }),
})

export const getDelivery = endpoint({
  name: 'getDelivery',
  method: 'get',
  path: '/api/projects/:projectId/deliveries/:delivery',
  access: look,
  tag,
  summary: 'One delivery: what is sent, and every attempt.',
  params: { ...params, delivery: id },
  output: outboxDeliverySchema.extend({
    key: z.string(),
    message: z.string(),
    tries: z.array(
      z.object({
        number: z.int(),
        at: z.iso.datetime(),
        tookMs: z.int(),
        status: z.int(),
        reason: z.string().nullable(),
        answer: z.string(),
      }),
    ),
  }),
})

export const resendDelivery = endpoint({
  name: 'resendDelivery',
  method: 'post',
  path: '/api/projects/:projectId/deliveries/:delivery/resend',
  access: change,
  tag,
  summary: 'Sends a delivery again, with the same key: one that was given up, waits, or was accepted.',
  params: { ...params, delivery: id },
  output: done,
})

export const resendDead = endpoint({
  name: 'resendDead',
  method: 'post',
  path: '/api/projects/:projectId/deliveries/resend',
  access: change,
  tag,
  summary: 'Sends again what was given up, the oldest first, up to a thousand at a time.',
  params,
  output: z.object({ count: z.int() }),
})
