/** Labels of clients (crm-and-tasks, section 10). A name is there once in a project. */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Labels'
const project = { projectId: id }
const label = { ...project, label: id }
const edit = { section: 'lists', level: 'edit' } as const

/** In the order of their numbers. */
export const labelColors = ['light-grey', 'yellow', 'blue', 'red', 'pink', 'beige', 'violet', 'light-blue', 'grey', 'green'] as const

export const labelSchema = z.object({ number: z.int(), name: z.string(), color: z.int(), clients: z.int() })
export type LabelInfo = z.infer<typeof labelSchema>

const fields = { name: z.string().trim().min(1).max(100), color: z.int().min(0).max(9) }

export const listLabels = endpoint({
  name: 'listLabels',
  method: 'get',
  path: '/api/projects/:projectId/labels',
  access: { section: 'clients', level: 'view' },
  tag,
  summary: 'Every label with its number of clients.',
  params: project,
  query: { sort: z.enum(['number', 'name']).default('number') },
  output: z.object({ labels: z.array(labelSchema) }),
})

export const createLabel = endpoint({
  name: 'createLabel',
  method: 'post',
  path: '/api/projects/:projectId/labels',
  access: edit,
  tag,
  summary: 'A new label; 409 when the name exists.',
  params: project,
  body: z.object({ ...fields, color: fields.color.default(0) }),
  output: labelSchema,
})

export const updateLabel = endpoint({
  name: 'updateLabel',
  method: 'patch',
  path: '/api/projects/:projectId/labels/:label',
  access: edit,
  tag,
  summary: 'Renames it or gives it another colour.',
  params: label,
  body: z.object(fields).partial(),
  output: labelSchema,
})

/** 409 when clients have it, unless `force`. */
export const deleteLabel = endpoint({
  name: 'deleteLabel',
  method: 'delete',
  path: '/api/projects/:projectId/labels/:label',
  access: edit,
  tag,
  summary: 'Deletes a label; the clients stay.',
  params: label,
  query: { force: z.enum(['true', 'false']).default('false') },
  output: done,
})
