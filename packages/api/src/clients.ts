/**
 * Clients (crm-and-tasks, sections 2 and 11.2). What a caller sees follows his role: dialogues of others by `clients.seeOthers`,
 * free ones by `clients.seeFree`; what he does not see is not found. Test people never appear.
 */
import { z } from 'zod'
import { dialogueMessageSchema, plannedSchema } from './dialogue-messages.ts'
import { dialogueSchema } from './dialogues.ts'
import { done, endpoint, id, moment } from './endpoint.ts'
import { clientsTag, interactWithClients, ofClient, viewClients } from './of-client.ts'
import { turnSchema } from './test-chat.ts'

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
  access: viewClients,
  tag: clientsTag,
  summary: 'The card of a client.',
  params: ofClient,
  output: clientSchema,
})

export const clientChannelSchema = z.object({
  key: z.string(),
  /** Empty where the messenger says it all. */
  name: z.string(),
  messenger: z.string(),
})
export type ClientChannel = z.infer<typeof clientChannelSchema>

export const listClientChannels = endpoint({
  name: 'listClientChannels',
  method: 'get',
  path: '/api/projects/:projectId/client-channels',
  access: 'project',
  tag: clientsTag,
  summary: 'Whence clients come: chats, messengers, phone and e-mail. Filters of clients, orders and audiences take their keys.',
  params: { projectId: id },
  output: z.object({ channels: z.array(clientChannelSchema) }),
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
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Renames, marks, pins, blocks; pauses the bot or lets it go on; changes contacts.',
  params: ofClient,
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
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Takes a client, hands him over or frees him; without an account the distribution chooses.',
  params: ofClient,
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
  access: { ...interactWithClients, right: 'variables.seeClient' },
  tag: clientsTag,
  summary: 'Sets a client variable; an empty value deletes it.',
  params: ofClient,
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
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Adds the client to lists and takes him out of lists.',
  params: ofClient,
  body: membership,
  output: clientSchema,
})
export const changeClientLabels = endpoint({
  name: 'changeClientLabels',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/labels',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Gives the client labels and takes labels away.',
  params: ofClient,
  body: membership,
  output: clientSchema,
})

export const sendBlockToClient = endpoint({
  name: 'sendBlockToClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/block',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Sends a block of the funnel: the client moves there.',
  params: ofClient,
  body: z.object({ block: z.int().positive() }),
  output: clientSchema,
})

/** Colleagues see it for some seconds, so that no two answer at once (`writing` of the live events); a page says it again while its person writes on. */
export const noteWriting = endpoint({
  name: 'noteWriting',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/writing',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Tells colleagues that I am writing to this client.',
  params: ofClient,
  output: done,
})

const planned = { ...ofClient, planned: z.string().regex(/^(timer|message)-[1-9][0-9]{0,15}$/, 'timer-4 or message-7') }
export const movePlanned = endpoint({
  name: 'movePlanned',
  method: 'patch',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Moves what is planned to another moment.',
  params: planned,
  body: z.object({ at: z.iso.datetime({ offset: true }) }),
  output: clientSchema,
})
export const sendPlanned = endpoint({
  name: 'sendPlanned',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned/send',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Does now what is planned.',
  params: planned,
  output: clientSchema,
})
export const cancelPlanned = endpoint({
  name: 'cancelPlanned',
  method: 'delete',
  path: '/api/projects/:projectId/clients/:clientId/planned/:planned',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Cancels what is planned.',
  params: planned,
  output: clientSchema,
})

export const getClientTurn = endpoint({
  name: 'getClientTurn',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/turns/:turn',
  access: viewClients,
  tag: clientsTag,
  summary: 'Why the bot said that: the trace of one turn.',
  params: { ...ofClient, turn: id },
  output: turnSchema,
})

export const deleteClient = endpoint({
  name: 'deleteClient',
  method: 'delete',
  path: '/api/projects/:projectId/clients/:clientId',
  access: { ...interactWithClients, right: 'clients.delete' },
  tag: clientsTag,
  summary: 'Deletes a client with everything that hangs on him: messages, variables, timers, orders, files.',
  params: ofClient,
  output: done,
})

/** Both dialogues stay; cards, lists and functions show that they are one person. `unmergeClient` undoes it. */
export const mergeClient = endpoint({
  name: 'mergeClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/merge',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Binds another profile to this one, which becomes the main one.',
  params: ofClient,
  body: z.object({ client: z.int().positive() }),
  output: clientSchema,
})
export const unmergeClient = endpoint({
  name: 'unmergeClient',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/unmerge',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Takes a profile out of its merge; both have again what they had.',
  params: ofClient,
  output: clientSchema,
})

export const exportClient = endpoint({
  name: 'exportClient',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/export',
  access: { ...viewClients, right: 'clients.exportCsv' },
  tag: clientsTag,
  summary: 'Everything that is stored about one person.',
  params: ofClient,
  output: z.object({
    client: clientSchema,
    messages: z.array(dialogueMessageSchema),
    tasks: z.array(z.unknown()),
    orders: z.array(z.unknown()),
  }),
})
