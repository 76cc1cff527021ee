/** Payments: what clients were asked to pay for their orders, and what became of it (user-expectations, area 11). */
import { z } from 'zod'
import { endpoint, id, moment } from './endpoint.ts'
import { period } from './list-filters.ts'

const tag = 'Payments'
const params = { projectId: id }
const count = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'A whole number from 1 to 999')
  .transform(Number)
  .pipe(z.int().max(200))

export const paymentStates = ['waiting', 'paid', 'failed'] as const
export type PaymentState = (typeof paymentStates)[number]

/** What one payment may be at most. */
export const largestPayment = 1_000_000_000

export const paymentSchema = z.object({
  /** Unique in the project. */
  number: z.int(),
  order: z.int(),
  client: z.object({ id: z.int(), name: z.string() }),
  /** Kind of the connection that it goes through. */
  provider: z.string(),
  state: z.enum(paymentStates),
  sum: z.number(),
  currency: z.string(),
  description: z.string(),
  /** Where the client pays. */
  link: z.string(),
  /** What the payment service calls it. */
  outsideId: z.string().nullable(),
  /** What the payment service said that did not fit: another sum, another currency. */
  trouble: z.string().nullable(),
  createdAt: moment,
  changedAt: moment,
})
export type Payment = z.infer<typeof paymentSchema>

/** What payments of one state and currency come to together. */
export const paymentSumSchema = z.object({ state: z.enum(paymentStates), currency: z.string(), count: z.int(), sum: z.number() })
export type PaymentSum = z.infer<typeof paymentSumSchema>

export const listPayments = endpoint({
  name: 'listPayments',
  method: 'get',
  path: '/api/projects/:projectId/payments',
  access: { section: 'orders', level: 'view' },
  tag,
  summary: 'What clients were asked to pay, the latest first.',
  params,
  query: {
    order: id.optional(),
    client: id.optional(),
    state: z.enum(paymentStates).optional(),
    /** When it was asked for. */
    ...period,
    /** Those before this number. */
    before: id.optional(),
    size: count.optional(),
  },
  output: z.object({
    payments: z.array(paymentSchema),
    more: z.boolean(),
    /** Of all that the filter leaves, whatever the page; null on pages after the first. */
    sums: z.array(paymentSumSchema).nullable(),
  }),
})

export const createPayment = endpoint({
  name: 'createPayment',
  method: 'post',
  path: '/api/projects/:projectId/payments',
  access: { section: 'orders', level: 'edit' },
  tag,
  summary: 'Makes a link by which the client of an order pays.',
  params,
  body: z.object({
    order: z.int().positive(),
    sum: z.number().positive().max(largestPayment),
    description: z.string().trim().max(500).default(''),
  }),
  output: paymentSchema,
})
