/** Calls that the telephony of a project makes, numbers that are not called, and how employees call (telephony, sections 4, 7 and 8). */
import { z } from 'zod'
import { done, endpoint, id, moment } from './endpoint.ts'
import { employeeOrNobody, period } from './list-filters.ts'

const tag = 'Calls'
const project = { projectId: id }
const view = { section: 'calls', level: 'view' } as const
const edit = { section: 'calls', level: 'edit' } as const
const phone = z.string().trim().min(1).max(40)

/** How a call that was begun can end. */
export const callEnds = ['answered', 'no_answer', 'canceled'] as const
/** `starting`: the vendor has not taken it yet; `failed`: he refused it; `unknown`: he never told how it ended. */
export const callOutcomes = ['starting', 'calling', ...callEnds, 'failed', 'unknown'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const callSchema = z.object({
  number: z.int(),
  /** Kind of the connection that made it. */
  provider: z.string(),
  /** What the vendor calls it. */
  providerCallId: z.string().nullable(),
  direction: z.enum(['out', 'in']),
  client: z.object({ id: z.int(), name: z.string(), test: z.boolean() }).nullable(),
  order: z.int().nullable(),
  /** The employee who called from a card; null: the funnel did, or a program. */
  employee: z.object({ account: z.int(), name: z.string() }).nullable(),
  from: z.string(),
  to: z.string(),
  record: z.string(),
  /** What digits do, as JSON text; empty: nothing was asked for. */
  payload: z.string(),
  outcome: z.enum(callOutcomes),
  /** The vendor's own word. */
  status: z.string(),
  /** Why it failed. */
  error: z.string(),
  /** Digits that were pressed, in order. */
  digits: z.array(z.string()),
  cost: z.string(),
  /** Of the conversation. */
  seconds: z.int(),
  answeredAt: moment.nullable(),
  finishedAt: moment.nullable(),
  createdAt: moment,
})
export type Call = z.infer<typeof callSchema>

/** Calls with clients whom the caller's role does not show are left out. */
export const listCalls = endpoint({
  name: 'listCalls',
  method: 'get',
  path: '/api/projects/:projectId/calls',
  access: view,
  tag,
  summary: 'Calls, the newest first, page by page.',
  params: project,
  query: {
    ...period,
    client: id.optional(),
    /** `nobody`: the funnel. */
    employee: employeeOrNobody,
    outcome: z.enum(callOutcomes).optional(),
    /** From the answer before. */
    cursor: z.string().max(20).optional(),
  },
  output: z.object({ calls: z.array(callSchema), next: z.string().nullable(), total: z.int() }),
})

/** How an employee calls (section 7): not at all, with a program of his own, or through the telephony of the project. */
export const callWaySchema = z.object({
  way: z.enum(['off', 'application', 'api']),
  /** For `api`: where he calls from, and what is played; empty: as the connection says. */
  number: z.string().trim().max(40),
  record: z.string().trim().max(16),
})
export type CallWay = z.infer<typeof callWaySchema>

export const getMyCallWay = endpoint({
  name: 'getMyCallWay',
  method: 'get',
  path: '/api/projects/:projectId/calls/way',
  access: 'project',
  tag,
  summary: 'How the caller makes calls; off for a program with a key.',
  params: project,
  output: callWaySchema,
})

/** 409 `calling-off` unless his way is `api`; 400 `not-his-phone`; 422 `call-refused` with the reason. */
export const callClient = endpoint({
  name: 'callClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/call',
  access: { section: 'clients', level: 'edit', right: 'clients.interact', by: 'person' },
  tag,
  summary: 'Calls a number of the client through the telephony of the project, from the number of the caller.',
  params: { ...project, clientId: id },
  body: z.object({ phone }),
  output: callSchema,
})

export const stoppedNumberSchema = z.object({
  phone: z.string(),
  /** `digit`: the person called asked for it; `person`: somebody put it there. */
  by: z.enum(['digit', 'person']),
  /** Who did. */
  name: z.string(),
  addedAt: moment,
})
export type StoppedNumber = z.infer<typeof stoppedNumberSchema>

export const listStoppedNumbers = endpoint({
  name: 'listStoppedNumbers',
  method: 'get',
  path: '/api/projects/:projectId/stopped-numbers',
  access: view,
  tag,
  summary: 'Numbers that are not called, the newest first, page by page.',
  params: project,
  query: { q: z.string().max(40).optional(), cursor: z.string().max(40).optional() },
  output: z.object({ numbers: z.array(stoppedNumberSchema), next: z.string().nullable(), total: z.int() }),
})

/** 400 `wrong-phone`. One that is there already stays as it is. */
export const addStoppedNumber = endpoint({
  name: 'addStoppedNumber',
  method: 'post',
  path: '/api/projects/:projectId/stopped-numbers',
  access: edit,
  tag,
  summary: 'A number is not called any more.',
  params: project,
  body: z.object({ phone }),
  output: stoppedNumberSchema,
})

export const removeStoppedNumber = endpoint({
  name: 'removeStoppedNumber',
  method: 'delete',
  path: '/api/projects/:projectId/stopped-numbers/:phone',
  access: edit,
  tag,
  summary: 'A number may be called again.',
  params: { ...project, phone: z.string().regex(/^[0-9]{11,15}$/, 'A number in digits alone') },
  output: done,
})
