/** Filters of the board that were saved under names (crm-and-tasks, section 11.1). */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

const project = { projectId: id }
const tag = 'Orders'
const view = { section: 'orders', level: 'view' } as const

export const orderViewSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** The filter as the query of `getBoard` and `listOrders` has it, and whatever else the page wants to find again. */
  filter: z.record(z.string().max(100), z.string().max(1000)),
  /** Everybody of the project sees it; else only who made it. */
  shared: z.boolean(),
  mine: z.boolean(),
})
export type OrderView = z.infer<typeof orderViewSchema>

export const listOrderViews = endpoint({
  name: 'listOrderViews',
  method: 'get',
  path: '/api/projects/:projectId/orders/views',
  access: view,
  tag,
  summary: 'Filters saved under names: own ones and those shared with all.',
  params: project,
  output: z.object({ views: z.array(orderViewSchema) }),
})

export const saveOrderView = endpoint({
  name: 'saveOrderView',
  method: 'post',
  path: '/api/projects/:projectId/orders/views',
  access: view,
  tag,
  summary: 'Saves a filter; one of yours with that name is replaced.',
  params: project,
  body: z.object({
    name: z.string().trim().min(1).max(100),
    filter: z.record(z.string().max(100), z.string().max(1000)),
    shared: z.boolean().default(false),
  }),
  output: orderViewSchema,
})

export const deleteOrderView = endpoint({
  name: 'deleteOrderView',
  method: 'delete',
  path: '/api/projects/:projectId/orders/views/:view',
  access: view,
  tag,
  summary: 'Forgets a filter of your own.',
  params: { ...project, view: id },
  output: done,
})
