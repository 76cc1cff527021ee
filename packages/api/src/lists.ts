/** Lists: static sets of clients with a number (crm-and-tasks, section 9). Test people are in no count. */
import { z } from 'zod'
import { audienceSchema, sampleSchema } from './audience.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Lists'
const project = { projectId: id }
const list = { ...project, list: id }
const view = { section: 'lists', level: 'view' } as const
const edit = { section: 'lists', level: 'edit' } as const

export const listSchema = z.object({
  number: z.int(),
  name: z.string(),
  folder: z.string(),
  /** 0..9, the colours of labels. */
  color: z.int(),
  members: z.int(),
  createdAt: z.iso.datetime(),
})
export type ListInfo = z.infer<typeof listSchema>

const fields = {
  name: z.string().trim().min(1).max(255),
  folder: z.string().trim().max(255),
  color: z.int().min(0).max(9),
}

export const listLists = endpoint({
  name: 'listLists',
  method: 'get',
  path: '/api/projects/:projectId/lists',
  access: { section: 'clients', level: 'view' },
  tag,
  summary: 'Every list with its number of members.',
  params: project,
  query: { sort: z.enum(['number', 'name']).default('number') },
  output: z.object({ lists: z.array(listSchema) }),
})

export const createList = endpoint({
  name: 'createList',
  method: 'post',
  path: '/api/projects/:projectId/lists',
  access: edit,
  tag,
  summary: 'A new list; several may have one name.',
  params: project,
  body: z.object({ ...fields, folder: fields.folder.default(''), color: fields.color.default(0) }),
  output: listSchema,
})

export const updateList = endpoint({
  name: 'updateList',
  method: 'patch',
  path: '/api/projects/:projectId/lists/:list',
  access: edit,
  tag,
  summary: 'Renames it, moves it to a folder, gives it a colour.',
  params: list,
  body: z.object(fields).partial(),
  output: listSchema,
})

export const deleteList = endpoint({
  name: 'deleteList',
  method: 'delete',
  path: '/api/projects/:projectId/lists/:list',
  access: edit,
  tag,
  summary: 'Deletes the list; its clients stay in the project.',
  params: list,
  output: done,
})

export const previewListMembers = endpoint({
  name: 'previewListMembers',
  method: 'post',
  path: '/api/projects/:projectId/lists/:list/preview',
  access: edit,
  tag,
  summary: 'Whom adding (or excluding) with this filter would concern.',
  params: list,
  body: z.object({ change: z.enum(['add', 'exclude']), filter: audienceSchema }),
  output: sampleSchema,
})

/** Excluding with an empty filter empties the list: it is refused unless `everybody` says that this is meant. */
export const changeListMembers = endpoint({
  name: 'changeListMembers',
  method: 'post',
  path: '/api/projects/:projectId/lists/:list/members',
  access: edit,
  tag,
  summary: 'Adds the clients of a filter to the list, or excludes them from it.',
  params: list,
  body: z.object({ change: z.enum(['add', 'exclude']), filter: audienceSchema, everybody: z.boolean().default(false) }),
  output: z.object({ changed: z.int(), members: z.int() }),
})

/** First column: client_id. A header line is recognised. Bytes come as base64, so that old encodings arrive unharmed. */
export const csvUploadSchema = z.object({
  change: z.enum(['add', 'exclude']),
  content: z.base64().max(14_000_000),
  encoding: z.enum(['auto', 'utf-8', 'windows-1251', 'utf-16le']).default('auto'),
  /** Only look: nothing is changed. */
  dryRun: z.boolean(),
  /** Of the reasons in the file of rejected lines. */
  language: z.enum(['en', 'ru']).default('en'),
})

export const csvReportSchema = z.object({
  encoding: z.string(),
  rows: z.int(),
  /** Clients of the project among them, and how many the change concerns. */
  found: z.int(),
  changed: z.int(),
  /** The first ten lines as they were read. */
  preview: z.array(z.array(z.string())),
  rejected: z.int(),
  /** The rejected lines under the header of the file, with the reason in a last column, as a CSV file with its delimiter; empty when there are none. */
  rejectedFile: z.string(),
})
export type CsvReport = z.infer<typeof csvReportSchema>

export const importListMembers = endpoint({
  name: 'importListMembers',
  method: 'post',
  path: '/api/projects/:projectId/lists/:list/csv',
  access: edit,
  tag,
  summary: 'Adds or excludes the clients of a CSV file.',
  params: list,
  body: csvUploadSchema,
  output: csvReportSchema,
})

export const exportListMembers = endpoint({
  name: 'exportListMembers',
  method: 'get',
  path: '/api/projects/:projectId/lists/:list/csv',
  access: { ...view, right: 'clients.exportCsv' },
  tag,
  summary: 'The members as CSV: client_id, name, phone, email, channel (its name), created.',
  params: list,
  /** What stands between the cells: spreadsheets of countries with a decimal comma want semicolons. */
  query: { delimiter: z.enum(['comma', 'semicolon']).default('comma') },
  output: z.object({ name: z.string(), content: z.string() }),
})

/** Irreversible: the clients with everything that hangs on them. `confirm` repeats the name of the list. */
export const deleteListMembers = endpoint({
  name: 'deleteListMembers',
  method: 'post',
  path: '/api/projects/:projectId/lists/:list/delete-members',
  access: { ...edit, right: 'clients.delete' },
  tag,
  summary: 'Deletes the members from the project.',
  params: list,
  body: z.object({ confirm: z.string().max(255) }),
  output: z.object({ deleted: z.int() }),
})
