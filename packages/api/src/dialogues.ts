/**
 * The inbox: dialogues with clients (crm-and-tasks, section 11.2). What a caller sees follows his role: dialogues of others by `clients.seeOthers`,
 * free ones by `clients.seeFree`; what he does not see is not found. Test people never appear.
 */
import { z } from 'zod'
import { endpoint, id, moment } from './endpoint.ts'

const tag = 'Clients'
const project = { projectId: id }
const view = { section: 'clients', level: 'view' } as const
const edit = { section: 'clients', level: 'edit', right: 'clients.interact' } as const
const person = z.object({ account: z.int(), name: z.string() })

export const dialogueTabs = ['all', 'mine', 'free', 'waiting', 'unread'] as const

/** One line of the inbox. */
export const dialogueSchema = z.object({
  id: z.int(),
  name: z.string(),
  channel: z.object({ key: z.string(), kind: z.string(), name: z.string() }),
  lastAt: moment,
  lastFrom: z.enum(['client', 'bot', 'operator', 'event', 'comment']).nullable(),
  lastText: z.string(),
  unread: z.int(),
  waiting: z.boolean(),
  pinned: z.boolean(),
  blocked: z.boolean(),
  unsubscribed: z.boolean(),
  pausedUntil: moment.nullable(),
  /** The latest message could not be delivered. */
  failed: z.boolean(),
  responsible: person.nullable(),
  labels: z.array(z.int()),
})
export type Dialogue = z.infer<typeof dialogueSchema>

export const listDialogues = endpoint({
  name: 'listDialogues',
  method: 'get',
  path: '/api/projects/:projectId/clients',
  access: view,
  tag,
  summary: 'The inbox: pinned ones first, then the latest. Search looks into names, contacts, variables and messages.',
  params: project,
  query: {
    tab: z.enum(dialogueTabs).default('all'),
    q: z.string().max(200).optional(),
    channel: z.string().max(64).optional(),
    list: id.optional(),
    label: id.optional(),
    block: id.optional(),
    /** Number of an account. */
    responsible: id.optional(),
    /** The latest message: from, inclusive; before, exclusive. */
    from: z.iso.datetime({ offset: true }).optional(),
    before: z.iso.datetime({ offset: true }).optional(),
    variable: z.string().max(500).optional(),
    value: z.string().max(1000).optional(),
    blocked: z.enum(['true', 'false']).optional(),
    unsubscribed: z.enum(['true', 'false']).optional(),
    /** Of the answer before. */
    cursor: z.string().max(100).optional(),
  },
  output: z.object({ dialogues: z.array(dialogueSchema), next: z.string().nullable() }),
})

export const countDialogues = endpoint({
  name: 'countDialogues',
  method: 'get',
  path: '/api/projects/:projectId/clients-counts',
  access: view,
  tag,
  summary: 'How many dialogues each tab has.',
  params: project,
  output: z.object({ all: z.int(), mine: z.int(), free: z.int(), waiting: z.int(), unread: z.int() }),
})

export const readAllDialogues = endpoint({
  name: 'readAllDialogues',
  method: 'post',
  path: '/api/projects/:projectId/clients-read',
  access: edit,
  tag,
  summary: 'Marks every dialogue that I see as read.',
  params: project,
  output: z.object({ changed: z.int() }),
})
