import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'

/** Days that something is kept; null: for ever. */
const days = z.int().min(1).max(3650).nullable()

/** How long a project keeps what it stores (reliability-promises, P12.4). Older things go in small steps in the background. */
export const retentionSchema = z.object({
  /** Messages of dialogues. What a client was shown last stays: he may still answer it. */
  messages: days,
  /** Traces of turns: why the bot did what it did. */
  traces: days,
  /** Marks of events taken in, by which a repeated delivery is recognised: 48 hours at least (P1.2). */
  inbox: z.int().min(2).max(365),
  /** The project log. */
  log: days,
})
export type Retention = z.infer<typeof retentionSchema>

export const standardRetention: Retention = { messages: null, traces: 30, inbox: 7, log: 90 }

const params = { projectId: id }
const tag = 'Projects'

export const getRetention = endpoint({
  name: 'getRetention',
  method: 'get',
  path: '/api/projects/:projectId/retention',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'How long the project keeps what it stores, in days.',
  params,
  output: retentionSchema,
})

export const setRetention = endpoint({
  name: 'setRetention',
  method: 'put',
  path: '/api/projects/:projectId/retention',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Changes how long the project keeps what it stores.',
  params,
  body: retentionSchema,
  output: retentionSchema,
})
