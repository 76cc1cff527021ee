/**
 * Pipelines and their states (crm-and-tasks, sections 5.1 and 11.1), and what a project does with its orders: where new ones go, which changes
 * become callbacks, where a closed deal is sent.
 */
import { cardFields, stateColors } from '@voronka/flow'
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

/** Places outside the ordinary states. An unsorted order has no pipeline. */
export const systemPlaces = ['unsorted', 'success', 'fail', 'archive'] as const
export type SystemPlace = (typeof systemPlaces)[number]

export { cardFields, stateColors }
export type StateColor = (typeof stateColors)[number]

export type CardField = (typeof cardFields)[number]

export const stateSchema = z.object({
  /** Unique in the project: what `change_state` takes. */
  id: z.int(),
  name: z.string(),
  color: z.enum(stateColors),
  /** Its column is folded away on the board. */
  hidden: z.boolean(),
  /** States into which orders of this one may not be moved by hand. */
  forbidden: z.array(z.int()),
})
export type State = z.infer<typeof stateSchema>

export const pipelineSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** Written behind sums: `RUB`, `€`. */
  currency: z.string(),
  card: z.object({ fields: z.array(z.enum(cardFields)), variables: z.array(z.string()) }),
  /** In the order of the board. */
  states: z.array(stateSchema),
})
export type Pipeline = z.infer<typeof pipelineSchema>

const name = z.string().trim().min(1).max(100)
const currency = z.string().trim().max(10)
const project = { projectId: id }
const pipeline = { ...project, pipelineId: id }
const state = { ...project, stateId: id }
const tag = 'Pipelines'
const change = { section: 'settings', level: 'edit' } as const

/** Where the orders of something deleted go: a state, or one of these. */
const target = { moveTo: z.union([id, z.enum(['unsorted', 'archive'])]).optional() }

const pipelinesAnswer = z.object({ pipelines: z.array(pipelineSchema) })

export const listPipelines = endpoint({
  name: 'listPipelines',
  method: 'get',
  path: '/api/projects/:projectId/pipelines',
  access: { section: 'orders', level: 'view' },
  tag,
  summary: 'The pipelines of the project with their states, in order.',
  params: project,
  output: pipelinesAnswer,
})

export const createPipeline = endpoint({
  name: 'createPipeline',
  method: 'post',
  path: '/api/projects/:projectId/pipelines',
  access: change,
  tag,
  summary: 'Adds a pipeline without states.',
  params: project,
  body: z.object({ name, currency: currency.default('') }),
  output: pipelineSchema,
})

export const changePipeline = endpoint({
  name: 'changePipeline',
  method: 'patch',
  path: '/api/projects/:projectId/pipelines/:pipelineId',
  access: change,
  tag,
  summary: 'Changes what is given of a pipeline.',
  params: pipeline,
  body: z.object({
    name: name.optional(),
    currency: currency.optional(),
    card: z
      .object({
        fields: z.array(z.enum(cardFields)).max(cardFields.length),
        variables: z.array(z.string().min(1).max(500)).max(20),
      })
      .optional(),
  }),
  output: pipelineSchema,
})

/** `orders-need-target` (409, `details.orders`: how many) when it holds orders and no target is given. */
export const deletePipeline = endpoint({
  name: 'deletePipeline',
  method: 'delete',
  path: '/api/projects/:projectId/pipelines/:pipelineId',
  access: change,
  tag,
  summary: 'Deletes a pipeline with its states; its orders go to `moveTo`.',
  params: pipeline,
  query: target,
  output: done,
})

export const sortPipelines = endpoint({
  name: 'sortPipelines',
  method: 'put',
  path: '/api/projects/:projectId/pipelines/order',
  access: change,
  tag,
  summary: 'Puts the pipelines into this order; it names each once.',
  params: project,
  body: z.object({ pipelines: z.array(z.int()).max(1000) }),
  output: pipelinesAnswer,
})

export const createState = endpoint({
  name: 'createState',
  method: 'post',
  path: '/api/projects/:projectId/pipelines/:pipelineId/states',
  access: change,
  tag,
  summary: 'Adds a state at the end of a pipeline.',
  params: pipeline,
  body: z.object({ name, color: z.enum(stateColors).default('grey') }),
  output: stateSchema,
})

export const changeState = endpoint({
  name: 'changeState',
  method: 'patch',
  path: '/api/projects/:projectId/states/:stateId',
  access: change,
  tag,
  summary: 'Changes what is given of a state.',
  params: state,
  body: z.object({
    name: name.optional(),
    color: z.enum(stateColors).optional(),
    hidden: z.boolean().optional(),
    forbidden: z.array(z.int()).max(1000).optional(),
  }),
  output: stateSchema,
})

export const deleteState = endpoint({
  name: 'deleteState',
  method: 'delete',
  path: '/api/projects/:projectId/states/:stateId',
  access: change,
  tag,
  summary: 'Deletes a state; its orders go to `moveTo`. 409 `orders-need-target` when it holds some and none is given.',
  params: state,
  query: target,
  output: done,
})

export const sortStates = endpoint({
  name: 'sortStates',
  method: 'put',
  path: '/api/projects/:projectId/pipelines/:pipelineId/states/order',
  access: change,
  tag,
  summary: 'Puts the states of a pipeline into this order; it names each once.',
  params: pipeline,
  body: z.object({ states: z.array(z.int()).max(1000) }),
  output: pipelineSchema,
})

/** Which changes of orders are told to the funnel as callbacks (crm-and-tasks, section 7). */
export const orderCallbacksSchema = z.object({
  /** `crm_state_changed`: every state of these pipelines, and these states. */
  pipelines: z.array(z.int()).max(1000),
  states: z.array(z.int()).max(10_000),
  /** `crm_system_state_changed success|fail|archive`. */
  system: z.boolean(),
  /** `change_responsible_order`. */
  responsible: z.boolean(),
  /** `crm_lead_removed`. */
  removed: z.boolean(),
})
export type OrderCallbacks = z.infer<typeof orderCallbacksSchema>

/** Where a "Close deal" block sends the request it forms (builder-and-runtime, section 3). */
export const requestTargetSchema = z.object({
  /** A notification in the application for every employee. */
  notify: z.boolean(),
  /** Addresses that get it by e-mail. */
  emails: z.array(z.email().max(254)).max(20),
})
export type RequestTarget = z.infer<typeof requestTargetSchema>

export const orderSettingsSchema = z.object({
  /** "Accept leads into the first state automatically": else new orders of the bot are unsorted. */
  acceptLeads: z.boolean(),
  callbacks: orderCallbacksSchema,
  requests: requestTargetSchema,
})
export type OrderSettings = z.infer<typeof orderSettingsSchema>

export const getOrderSettings = endpoint({
  name: 'getOrderSettings',
  method: 'get',
  path: '/api/projects/:projectId/settings/orders',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'Where new orders go, which changes become callbacks, where closed deals are sent.',
  params: project,
  output: orderSettingsSchema,
})

export const changeOrderSettings = endpoint({
  name: 'changeOrderSettings',
  method: 'patch',
  path: '/api/projects/:projectId/settings/orders',
  access: change,
  tag,
  summary: 'Changes what is given of these settings.',
  params: project,
  body: orderSettingsSchema.partial(),
  output: orderSettingsSchema,
})

export const mailSettingsSchema = z.object({
  host: z.string().trim().max(253),
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` after the greeting, `none` on a trusted network only. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(254),
  /** `Shop <shop@example.com>`. */
  from: z.string().trim().max(300),
})
export type MailSettings = z.infer<typeof mailSettingsSchema>

const mailSettingsAnswer = mailSettingsSchema.extend({
  /** The password itself is never shown again. */
  hasPassword: z.boolean(),
})

export const getMailSettings = endpoint({
  name: 'getMailSettings',
  method: 'get',
  path: '/api/projects/:projectId/settings/mail',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'The mail server that the project sends through.',
  params: project,
  output: mailSettingsAnswer,
})

export const changeMailSettings = endpoint({
  name: 'changeMailSettings',
  method: 'put',
  path: '/api/projects/:projectId/settings/mail',
  access: change,
  tag,
  summary: 'Sets the mail server. A password that is left out stays as it is; an empty one is forgotten. An empty host: no mail is sent.',
  params: project,
  body: mailSettingsSchema.extend({ password: z.string().max(1000).optional() }),
  output: mailSettingsAnswer,
})

/** 422 `mail-refused` with what the server said. */
export const sendTestMail = endpoint({
  name: 'sendTestMail',
  method: 'post',
  path: '/api/projects/:projectId/settings/mail/test',
  access: change,
  tag,
  summary: 'Sends a test mail through the stored settings and answers when the mail server has accepted it.',
  params: project,
  body: z.object({ to: z.email().max(254) }),
  output: done,
})
