/**
 * Clients and their dialogues (crm-and-tasks, sections 2 and 11.2). What a caller sees follows his role: dialogues of others by `clients.seeOthers`,
 * free ones by `clients.seeFree`; what he does not see is not found. Test people never appear.
 */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'
import { chatButtonSchema, chatMessageSchema, turnSchema } from './test-chat.ts'

const tag = 'Clients'
const project = { projectId: id }
const client = { ...project, clientId: id }
const view = { section: 'clients', level: 'view' } as const
const edit = { section: 'clients', level: 'edit', right: 'clients.interact' } as const
const moment = z.iso.datetime()
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

/** Where a channel can be written to first, a client can be added by hand; a contact without a channel has only a card. */
export const plannedSchema = z.object({
  /** `timer-4`: a transition of the funnel; `message-7`: a message to be sent later. */
  id: z.string(),
  kind: z.enum(['timer', 'message']),
  at: moment,
  text: z.string(),
  block: z.int().nullable(),
  arrow: z.int().nullable(),
  /** Who planned it; null: the bot. */
  by: person.nullable(),
})
export type Planned = z.infer<typeof plannedSchema>

export const clientSchema = z.object({
  ...dialogueSchema.shape,
  phone: z.string(),
  email: z.string(),
  /** Empty without the right to see it. */
  messengerId: z.string(),
  tag: z.string(),
  createdAt: moment,
  lastOwnAt: moment.nullable(),
  position: z.object({ block: z.int(), name: z.string() }).nullable(),
  /** `bot`: it answers what the client writes. `person`: it is silent. */
  speaks: z.enum(['bot', 'person']),
  lists: z.array(z.int()),
  /** Client and order variables, as far as the role sees them; values are JSON where they are more than text. */
  variables: z.object({ client: z.record(z.string(), z.unknown()), order: z.record(z.string(), z.unknown()) }),
  order: z.int().nullable(),
  planned: z.array(plannedSchema),
  /** Merged profiles: the main one, and those that were merged into it. */
  main: z.int(),
  bound: z.array(z.object({ id: z.int(), name: z.string() })),
  revision: z.int(),
})
export type ClientCard = z.infer<typeof clientSchema>

export const getClient = endpoint({
  name: 'getClient',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId',
  access: view,
  tag,
  summary: 'The card of a client.',
  params: client,
  output: clientSchema,
})

/** Only what is given is changed. */
const contact = {
  name: z.string().trim().min(1).max(255),
  /** Stored as digits (telephony, section 2); empty takes it away. */
  phone: z.string().max(50),
  email: z.union([z.literal(''), z.email().max(255)]),
}

/** 409 `client-changed` when a field of `was` reads otherwise by now: `details.conflicts` says how (`field`, `now`), and nothing is changed. */
export const updateClient = endpoint({
  name: 'updateClient',
  method: 'patch',
  path: '/api/projects/:projectId/clients/:clientId',
  access: edit,
  tag,
  summary: 'Renames, marks, pins, blocks; pauses the bot or lets it go on; changes contacts.',
  params: client,
  body: z.object({
    ...z.object(contact).partial().shape,
    /** What was seen of the fields that are to be changed. */
    was: z
      .object({ name: z.string().max(255), phone: z.string().max(50), email: z.string().max(255) })
      .partial()
      .optional(),
    read: z.boolean().optional(),
    pinned: z.boolean().optional(),
    blocked: z.boolean().optional(),
    /** Minutes that the bot stays silent; null lets it speak again. The button's pause is 1440. */
    pause: z.number().positive().max(525_600).nullable().optional(),
  }),
  output: clientSchema,
})

/** `null` frees him; `me` takes him. Others need to be members of the project. */
export const assignClient = endpoint({
  name: 'assignClient',
  method: 'put',
  path: '/api/projects/:projectId/clients/:clientId/responsible',
  access: edit,
  tag,
  summary: 'Takes a client, hands him over or frees him; without an account the distribution chooses.',
  params: client,
  body: z.object({
    account: z.union([z.literal('me'), z.literal('distribute'), z.int().positive()]).nullable(),
    note: z.string().max(2000).default(''),
  }),
  output: clientSchema,
})

export const setClientVariable = endpoint({
  name: 'setClientVariable',
  method: 'put',
  path: '/api/projects/:projectId/clients/:clientId/variables',
  access: { ...edit, right: 'variables.seeClient' },
  tag,
  summary: 'Sets a client variable; an empty value deletes it.',
  params: client,
  body: z.object({ name: z.string().min(1).max(500), value: z.string().max(100_000) }),
  output: clientSchema,
})

const membership = z.object({
  add: z.array(z.int().positive()).max(100).default([]),
  remove: z.array(z.int().positive()).max(100).default([]),
})
export const changeClientLists = endpoint({
  name: 'changeClientLists',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/lists',
  access: edit,
  tag,
  summary: 'Adds the client to lists and takes him out of lists.',
  params: client,
  body: membership,
  output: clientSchema,
})
export const changeClientLabels = endpoint({
  name: 'changeClientLabels',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/labels',
  access: edit,
  tag,
  summary: 'Gives the client labels and takes labels away.',
  params: client,
  body: membership,
  output: clientSchema,
})

/** A message of a dialogue. `comment`: between colleagues, the client never sees it. */
export const dialogueMessageSchema = z.object({
  ...chatMessageSchema.shape,
  from: z.enum(['client', 'bot', 'operator', 'event', 'comment']),
  /** The operator, or the author of the comment; null: the bot. */
  author: z.string().nullable(),
  account: z.int().nullable(),
  /** It could not be delivered. */
  failed: z.boolean(),
  /** Why, in the words of the messenger; null: it did not fail. */
  failedReason: z.string().nullable(),
  pinned: z.boolean(),
  editedAt: moment.nullable(),
})
export type DialogueMessage = z.infer<typeof dialogueMessageSchema>

export const listMessages = endpoint({
  name: 'listMessages',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/messages',
  access: view,
  tag,
  summary: 'Messages of a dialogue, oldest first: the latest, those before or after one, or those around one.',
  params: client,
  query: {
    before: id.optional(),
    after: id.optional(),
    around: id.optional(),
    q: z.string().max(200).optional(),
    only: z.enum(['comments', 'pinned']).optional(),
  },
  output: z.object({ messages: z.array(dialogueMessageSchema), earlier: z.boolean(), later: z.boolean() }),
})

const attachments = z
  .array(
    z.object({
      kind: z.enum(['link', 'image', 'video', 'audio', 'file']),
      url: z.string().min(1).max(4000),
      name: z.string().max(255).default(''),
    }),
  )
  .max(10)
  .default([])

/** `key`: made by the page; sending the same again changes nothing, so that a retry on a bad line is safe. */
export const sendToClient = endpoint({
  name: 'sendToClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/messages',
  access: edit,
  tag,
  summary: 'Writes to a client as a person, now or later. Whoever writes to a free client becomes responsible for him.',
  params: client,
  body: z.object({
    key: z.string().min(1).max(100),
    text: z.string().max(16_000).default(''),
    attachments,
    buttons: z
      .array(chatButtonSchema.pick({ kind: true, text: true, line: true, indexInLine: true, callback: true, url: true }))
      .max(50)
      .default([]),
    at: z.iso.datetime({ offset: true }).optional(),
  }),
  output: z.object({ message: dialogueMessageSchema.nullable(), planned: plannedSchema.nullable() }),
})

export const sendBlockToClient = endpoint({
  name: 'sendBlockToClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/block',
  access: edit,
  tag,
  summary: 'Sends a block of the funnel: the client moves there.',
  params: client,
  body: z.object({ block: z.int().positive() }),
  output: clientSchema,
})

export const addComment = endpoint({
  name: 'addComment',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/comments',
  access: edit,
  tag,
  summary: 'A comment for colleagues.',
  params: client,
  body: z.object({ text: z.string().trim().min(1).max(16_000) }),
  output: dialogueMessageSchema,
})

const message = { ...client, message: id }
export const updateMessage = endpoint({
  name: 'updateMessage',
  method: 'patch',
  path: '/api/projects/:projectId/clients/:clientId/messages/:message',
  access: edit,
  tag,
  summary: 'Pins a message; changes the text of a comment.',
  params: message,
  body: z.object({ pinned: z.boolean().optional(), text: z.string().trim().min(1).max(16_000).optional() }),
  output: dialogueMessageSchema,
})
/** Comments by their author or with the right to delete messages; other messages with that right only. */
export const deleteMessage = endpoint({
  name: 'deleteMessage',
  method: 'delete',
  path: '/api/projects/:projectId/clients/:clientId/messages/:message',
  access: edit,
  tag,
  summary: 'Deletes a comment or a message.',
  params: message,
  output: done,
})

const planned = { ...client, planned: z.string().regex(/^(timer|message)-[1-9][0-9]{0,15}$/, 'timer-4 or message-7') }
export const movePlanned = endpoint({
  name: 'movePlanned',
  method: 'patch',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned',
  access: edit,
  tag,
  summary: 'Moves what is planned to another moment.',
  params: planned,
  body: z.object({ at: z.iso.datetime({ offset: true }) }),
  output: clientSchema,
})
export const sendPlanned = endpoint({
  name: 'sendPlanned',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned/send',
  access: edit,
  tag,
  summary: 'Does now what is planned.',
  params: planned,
  output: clientSchema,
})
export const cancelPlanned = endpoint({
  name: 'cancelPlanned',
  method: 'delete',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned',
  access: edit,
  tag,
  summary: 'Cancels what is planned.',
  params: planned,
  output: clientSchema,
})

export const getClientTurn = endpoint({
  name: 'getClientTurn',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/turns/:turn',
  access: view,
  tag,
  summary: 'Why the bot said that: the trace of one turn.',
  params: { ...client, turn: id },
  output: turnSchema,
})

export const deleteClient = endpoint({
  name: 'deleteClient',
  method: 'delete',
  path: '/api/projects/:projectId/clients/:clientId',
  access: { ...edit, right: 'clients.delete' },
  tag,
  summary: 'Deletes a client with everything that hangs on him: messages, variables, timers, orders, files.',
  params: client,
  output: done,
})

/** Both dialogues stay; cards, lists and functions show that they are one person. `unmergeClient` undoes it. */
export const mergeClient = endpoint({
  name: 'mergeClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/merge',
  access: edit,
  tag,
  summary: 'Binds another profile to this one, which becomes the main one.',
  params: client,
  body: z.object({ client: z.int().positive() }),
  output: clientSchema,
})
export const unmergeClient = endpoint({
  name: 'unmergeClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/unmerge',
  access: edit,
  tag,
  summary: 'Takes a profile out of its merge; both have again what they had.',
  params: client,
  output: clientSchema,
})

export const exportClient = endpoint({
  name: 'exportClient',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/export',
  access: { ...view, right: 'clients.exportCsv' },
  tag,
  summary: 'Everything that is stored about one person.',
  params: client,
  output: z.object({
    client: clientSchema,
    messages: z.array(dialogueMessageSchema),
    tasks: z.array(z.unknown()),
    orders: z.array(z.unknown()),
  }),
})

export const quickReplySchema = z.object({ number: z.int(), folder: z.string(), title: z.string(), text: z.string() })
export type QuickReply = z.infer<typeof quickReplySchema>
const replyFields = { folder: z.string().trim().max(100), title: z.string().trim().min(1).max(255), text: z.string().min(1).max(16_000) }
const reply = { ...project, reply: id }

export const listQuickReplies = endpoint({
  name: 'listQuickReplies',
  method: 'get',
  path: '/api/projects/:projectId/quick-replies',
  access: view,
  tag,
  summary: 'Texts that are sent often, by folder and title.',
  params: project,
  output: z.object({ replies: z.array(quickReplySchema) }),
})
export const createQuickReply = endpoint({
  name: 'createQuickReply',
  method: 'post',
  path: '/api/projects/:projectId/quick-replies',
  access: edit,
  tag,
  summary: 'A new quick reply.',
  params: project,
  body: z.object({ ...replyFields, folder: replyFields.folder.default('') }),
  output: quickReplySchema,
})
export const updateQuickReply = endpoint({
  name: 'updateQuickReply',
  method: 'patch',
  path: '/api/projects/:projectId/quick-replies/:reply',
  access: edit,
  tag,
  summary: 'Changes a quick reply.',
  params: reply,
  body: z.object(replyFields).partial(),
  output: quickReplySchema,
})
export const deleteQuickReply = endpoint({
  name: 'deleteQuickReply',
  method: 'delete',
  path: '/api/projects/:projectId/quick-replies/:reply',
  access: edit,
  tag,
  summary: 'Deletes a quick reply.',
  params: reply,
  output: done,
})
