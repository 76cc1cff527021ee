/** Messages of a dialogue: what was said, what is said now, and what will be said later (crm-and-tasks, section 11.2). */
import { z } from 'zod'
import { done, endpoint, id, moment } from './endpoint.ts'
import { clientsTag, interactWithClients, ofClient, viewClients } from './of-client.ts'
import { chatButtonSchema, chatMessageSchema } from './test-chat.ts'

const person = z.object({ account: z.int(), name: z.string() })

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
  /** It failed, and was sent once more since: as another message. */
  resent: z.boolean(),
  pinned: z.boolean(),
  editedAt: moment.nullable(),
})
export type DialogueMessage = z.infer<typeof dialogueMessageSchema>

export const listMessages = endpoint({
  name: 'listMessages',
  method: 'get',
  path: '/api/projects/:projectId/clients/:clientId/messages',
  access: viewClients,
  tag: clientsTag,
  summary: 'Messages of a dialogue, oldest first: the latest, those before or after one, or those around one.',
  params: ofClient,
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
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Writes to a client as a person, now or later. Whoever writes to a free client becomes responsible for him.',
  params: ofClient,
  body: z.object({
    key: z.string().min(1).max(100),
    text: z.string().max(16_000).default(''),
    attachments,
    buttons: z
      .array(chatButtonSchema.pick({ kind: true, text: true, line: true, indexInLine: true, callback: true, url: true }))
      .max(50)
      .default([]),
    at: z.iso.datetime({ offset: true }).optional(),
    /** The message of this dialogue that it answers: it is shown quoted. */
    answers: z.int().positive().optional(),
  }),
  output: z.object({ message: dialogueMessageSchema.nullable(), planned: plannedSchema.nullable() }),
})

export const addComment = endpoint({
  name: 'addComment',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/comments',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'A comment for colleagues.',
  params: ofClient,
  body: z.object({ text: z.string().trim().min(1).max(16_000) }),
  output: dialogueMessageSchema,
})

const message = { ...ofClient, message: id }
export const updateMessage = endpoint({
  name: 'updateMessage',
  method: 'patch',
  path: '/api/projects/:projectId/clients/:clientId/messages/:message',
  access: interactWithClients,
  tag: clientsTag,
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
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Deletes a comment or a message.',
  params: message,
  output: done,
})
/** Text, attachments and buttons go out as another message. A second time answers with that one; 409 `message-not-failed` where it did not fail. */
export const resendMessage = endpoint({
  name: 'resendMessage',
  method: 'post',
  path: '/api/projects/:projectId/clients/:clientId/messages/:message/resend',
  access: interactWithClients,
  tag: clientsTag,
  summary: 'Sends a message that did not reach the client once more.',
  params: message,
  output: z.object({ message: dialogueMessageSchema.nullable() }),
})
