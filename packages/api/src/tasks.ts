/** Tasks (crm-and-tasks, section 8). Dates and times are those of the project's clock. */
import { z } from 'zod'
import { attachableSchema } from './attachable.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Tasks'
const project = { projectId: id }
const task = { ...project, task: id }
const column = { ...project, column: id }
const view = { section: 'tasks', level: 'view' } as const
const edit = { section: 'tasks', level: 'edit' } as const

const day = z.iso.date()
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'A time like 08:00')
export const taskPriorities = ['low', 'medium', 'high'] as const
export const mostTaskFiles = 10

/** Of one file of a task. */
export const largestTaskFileBytes = 10_000_000

/** Pictures or video, at most 10 MB each: of an uploaded file the server knows what it is. */
const attachment = z.object({ url: attachableSchema, name: z.string().max(255).default('') })

export const taskSchema = z.object({
  number: z.int(),
  title: z.string(),
  description: z.string(),
  date: day,
  /** null: the whole day. */
  time: z.string().nullable(),
  /** The same as a moment; of a whole day its end. */
  dueAt: z.iso.datetime(),
  overdue: z.boolean(),
  priority: z.enum(taskPriorities),
  /** null: a free task. */
  responsible: z.object({ account: z.int(), name: z.string() }).nullable(),
  client: z.object({ id: z.int(), name: z.string() }).nullable(),
  /** Number of the order. */
  order: z.int().nullable(),
  column: z.int().nullable(),
  status: z.enum(['open', 'done']),
  author: z.object({ account: z.int().nullable(), name: z.string() }),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  attachments: z.array(z.object({ url: z.string(), name: z.string() })),
  /** Order within its column; 409 `outdated` when somebody changed it meanwhile. */
  position: z.number(),
  revision: z.int(),
})
export type TaskInfo = z.infer<typeof taskSchema>

const fields = {
  title: z.string().trim().min(1).max(255),
  description: z.string().max(20_000),
  date: day,
  time: time.nullable(),
  priority: z.enum(taskPriorities),
  responsible: z.int().positive().nullable(),
  client: z.int().positive().nullable(),
  order: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  attachments: z.array(attachment).max(mostTaskFiles),
}

/** Own and free tasks; those of others by right (`tasks.seeOthers`). */
export const listTasks = endpoint({
  name: 'listTasks',
  method: 'get',
  path: '/api/projects/:projectId/tasks',
  access: view,
  tag,
  summary: 'Tasks by date: of a calendar, a list, a board, a client or an order.',
  params: project,
  query: {
    from: day.optional(),
    to: day.optional(),
    /** `me`, `free` or the number of an account. */
    responsible: z.union([z.literal('me'), z.literal('free'), id]).optional(),
    client: id.optional(),
    order: id.optional(),
    column: z.union([z.literal('none'), id]).optional(),
    status: z.enum(['open', 'done', 'overdue']).optional(),
    priority: z.enum(taskPriorities).optional(),
    q: z.string().max(200).optional(),
  },
  output: z.object({ tasks: z.array(taskSchema), more: z.boolean() }),
})

export const getTask = endpoint({
  name: 'getTask',
  method: 'get',
  path: '/api/projects/:projectId/tasks/:task',
  access: view,
  tag,
  summary: 'One task.',
  params: task,
  output: taskSchema,
})

export const createTask = endpoint({
  name: 'createTask',
  method: 'post',
  path: '/api/projects/:projectId/tasks',
  access: edit,
  tag,
  summary: 'A new task.',
  params: project,
  body: z.object({
    title: fields.title,
    date: fields.date,
    description: fields.description.default(''),
    time: fields.time.default(null),
    priority: fields.priority.default('medium'),
    responsible: fields.responsible.default(null),
    client: fields.client.default(null),
    order: fields.order.default(null),
    column: fields.column.default(null),
    attachments: fields.attachments.default([]),
  }),
  output: taskSchema,
})

/** `revision`: of the task as it was seen. Overdue tasks need the right `tasks.editOverdue`. */
export const updateTask = endpoint({
  name: 'updateTask',
  method: 'patch',
  path: '/api/projects/:projectId/tasks/:task',
  access: edit,
  tag,
  summary: 'Changes a task, moves it, completes it or opens it again.',
  params: task,
  body: z
    .object({ ...fields, status: z.enum(['open', 'done']), position: z.number() })
    .partial()
    .extend({ revision: z.int().optional() }),
  output: taskSchema,
})

export const deleteTask = endpoint({
  name: 'deleteTask',
  method: 'delete',
  path: '/api/projects/:projectId/tasks/:task',
  access: edit,
  tag,
  summary: 'Deletes a task.',
  params: task,
  output: done,
})

export const countTasks = endpoint({
  name: 'countTasks',
  method: 'get',
  path: '/api/projects/:projectId/tasks-counts',
  access: view,
  tag,
  summary: 'Figures for the menu: open tasks that I may see, mine, mine for today, overdue.',
  params: project,
  output: z.object({ open: z.int(), mine: z.int(), today: z.int(), overdue: z.int() }),
})

export const taskBadges = endpoint({
  name: 'taskBadges',
  method: 'post',
  path: '/api/projects/:projectId/tasks-badges',
  access: view,
  tag,
  summary: 'How many open tasks these clients and orders have.',
  params: project,
  body: z.object({
    clients: z.array(z.int().positive()).max(1000).default([]),
    orders: z.array(z.int().positive()).max(1000).default([]),
  }),
  output: z.object({ clients: z.record(z.string(), z.int()), orders: z.record(z.string(), z.int()) }),
})

export const taskColumnSchema = z.object({ number: z.int(), name: z.string(), color: z.int(), position: z.int() })
export type TaskColumn = z.infer<typeof taskColumnSchema>
const columnFields = { name: z.string().trim().min(1).max(100), color: z.int().min(0).max(9) }

export const listTaskColumns = endpoint({
  name: 'listTaskColumns',
  method: 'get',
  path: '/api/projects/:projectId/task-columns',
  access: view,
  tag,
  summary: 'The columns of the task board, in order.',
  params: project,
  output: z.object({ columns: z.array(taskColumnSchema) }),
})

export const createTaskColumn = endpoint({
  name: 'createTaskColumn',
  method: 'post',
  path: '/api/projects/:projectId/task-columns',
  access: edit,
  tag,
  summary: 'A new column, at the end.',
  params: project,
  body: z.object({ ...columnFields, color: columnFields.color.default(0) }),
  output: taskColumnSchema,
})

export const updateTaskColumn = endpoint({
  name: 'updateTaskColumn',
  method: 'patch',
  path: '/api/projects/:projectId/task-columns/:column',
  access: edit,
  tag,
  summary: 'Renames or colours a column.',
  params: column,
  body: z.object(columnFields).partial(),
  output: taskColumnSchema,
})

export const orderTaskColumns = endpoint({
  name: 'orderTaskColumns',
  method: 'put',
  path: '/api/projects/:projectId/task-columns/order',
  access: edit,
  tag,
  summary: 'Puts the columns into this order.',
  params: project,
  body: z.object({ columns: z.array(z.int().positive()).max(100) }),
  output: z.object({ columns: z.array(taskColumnSchema) }),
})

export const deleteTaskColumn = endpoint({
  name: 'deleteTaskColumn',
  method: 'delete',
  path: '/api/projects/:projectId/task-columns/:column',
  access: edit,
  tag,
  summary: 'Deletes a column; its tasks stay and are in no column.',
  params: column,
  output: done,
})

/** Which events of tasks are told to the bot as callbacks in the dialogue of the task's client. */
export const taskCallbacksSchema = z.object({
  created: z.boolean().default(true),
  edited: z.boolean().default(true),
  done: z.boolean().default(true),
  deleted: z.boolean().default(true),
})
export type TaskCallbacks = z.infer<typeof taskCallbacksSchema>

/** Callbacks about lists and labels are off until they are switched on (section 7). */
export const workCallbacksSchema = z.object({
  tasks: taskCallbacksSchema.prefault({}),
  lists: z.boolean().default(false),
  labels: z.boolean().default(false),
})
export type WorkCallbacks = z.infer<typeof workCallbacksSchema>

export const getWorkCallbacks = endpoint({
  name: 'getWorkCallbacks',
  method: 'get',
  path: '/api/projects/:projectId/work-callbacks',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'Which changes of tasks, lists and labels reach the bot as callbacks.',
  params: project,
  output: workCallbacksSchema,
})

export const setWorkCallbacks = endpoint({
  name: 'setWorkCallbacks',
  method: 'put',
  path: '/api/projects/:projectId/work-callbacks',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Switches them on and off.',
  params: project,
  body: workCallbacksSchema,
  output: workCallbacksSchema,
})
