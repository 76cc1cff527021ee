/** People who answer dialogues: shifts, auto-distribution, notifications (crm-and-tasks, sections 4 and 12). */
import { z } from 'zod'
import { done, endpoint, id, moment } from './endpoint.ts'

const tag = 'Operators'
const project = { projectId: id }
const operator = { ...project, account: id }

export const operatorStatusSchema = z.enum(['shift', 'break', 'absent'])
export type OperatorStatus = z.infer<typeof operatorStatusSchema>

export const operatorSchema = z.object({
  account: z.int(),
  name: z.string(),
  email: z.string(),
  status: operatorStatusSchema,
  since: moment.nullable(),
  /** Dialogues that he holds now. */
  clients: z.int(),
  assignedToday: z.int(),
})
export type OperatorInfo = z.infer<typeof operatorSchema>

export const listOperators = endpoint({
  name: 'listOperators',
  method: 'get',
  path: '/api/projects/:projectId/operators',
  access: 'project',
  tag,
  summary: 'The people of the project with their shifts: whom a dialogue, an order or a task can be given to.',
  params: project,
  output: z.object({ operators: z.array(operatorSchema), me: z.int().nullable() }),
})

export const setMyStatus = endpoint({
  name: 'setMyStatus',
  method: 'put',
  path: '/api/projects/:projectId/operators/me/status',
  access: 'project',
  tag,
  summary: 'Goes on shift, on break or off.',
  params: project,
  body: z.object({ status: operatorStatusSchema }),
  output: operatorSchema,
})

export const setOperatorStatus = endpoint({
  name: 'setOperatorStatus',
  method: 'put',
  path: '/api/projects/:projectId/operators/:account/status',
  access: { section: 'employees', level: 'edit' },
  tag,
  summary: 'Sets the status of somebody else.',
  params: operator,
  body: z.object({ status: operatorStatusSchema }),
  output: operatorSchema,
})

export const listShifts = endpoint({
  name: 'listShifts',
  method: 'get',
  path: '/api/projects/:projectId/operators/:account/shifts',
  access: { section: 'employees', level: 'view' },
  tag,
  summary: 'When somebody was on shift and on break, the newest first.',
  params: operator,
  output: z.object({ shifts: z.array(z.object({ status: operatorStatusSchema, from: moment, to: moment.nullable() })) }),
})

const clockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'A time like 09:00')

/** Section 12, whole. Days of the week count from 1, Monday, to 7. */
export const distributionSchema = z.object({
  enabled: z.boolean().default(false),
  /** Round the clock, or within a working period; a period over midnight belongs to the day when it starts. */
  mode: z.enum(['always', 'period']).default('always'),
  start: clockTime.default('09:00'),
  end: clockTime.default('18:00'),
  weekend: z.array(z.int().min(1).max(7)).max(7).default([6, 7]),
  /** Minutes; null: the working day. */
  evenInterval: z.int().min(1).max(1440).nullable().default(null),
  showButtons: z.boolean().default(true),
  showWaitingAndFree: z.boolean().default(true),
  endShifts: z.boolean().default(false),
  skipAnsweredByBot: z.boolean().default(false),
})
export type Distribution = z.infer<typeof distributionSchema>

export const getDistribution = endpoint({
  name: 'getDistribution',
  method: 'get',
  path: '/api/projects/:projectId/distribution',
  access: 'project',
  tag,
  summary: 'How new dialogues are given to operators.',
  params: project,
  output: distributionSchema,
})

export const setDistribution = endpoint({
  name: 'setDistribution',
  method: 'put',
  path: '/api/projects/:projectId/distribution',
  access: { section: 'employees', level: 'edit' },
  tag,
  summary: 'Changes the rules of distribution.',
  params: project,
  body: distributionSchema,
  output: distributionSchema,
})

export const clearBindings = endpoint({
  name: 'clearBindings',
  method: 'post',
  path: '/api/projects/:projectId/distribution/clear',
  access: { section: 'employees', level: 'edit' },
  tag,
  summary: 'Frees every client but those who came less than a day ago.',
  params: project,
  output: z.object({ freed: z.int() }),
})

export const notificationSchema = z.object({
  id: z.int(),
  at: moment,
  text: z.string(),
  /** 0 neutral, 1 success, 2 warning, 3 error. */
  priority: z.int(),
  /** The dialogue it is about, or null. */
  client: z.int().nullable(),
  task: z.int().nullable(),
  read: z.boolean(),
})
export type Notification = z.infer<typeof notificationSchema>

export const listNotifications = endpoint({
  name: 'listNotifications',
  method: 'get',
  path: '/api/projects/:projectId/notifications',
  access: 'project',
  tag,
  summary: 'Notifications to me, the newest first.',
  params: project,
  query: { before: id.optional() },
  output: z.object({ notifications: z.array(notificationSchema), unread: z.int() }),
})

export const readNotifications = endpoint({
  name: 'readNotifications',
  method: 'post',
  path: '/api/projects/:projectId/notifications/read',
  access: 'project',
  tag,
  summary: 'Marks my notifications as read, up to this one.',
  params: project,
  body: z.object({ upTo: z.int().positive() }),
  output: done,
})
