/**
 * The web chat: anyone on the network talks to the published funnel at `/chat/<channel>`. The visitor's random token is all that names a person
 * (reliability-promises, P8.7).
 */
import { z } from 'zod'
import { attachableSchema } from './attachable.ts'
import { endpoint } from './endpoint.ts'
import { chatButtonSchema, chatMessageSchema } from './test-chat.ts'

const tag = 'Web chat'
/** Of any form: a channel that cannot be is a channel that is not there. */
const channel = { channel: z.string() }

/** How hard it is to guess is up to whoever makes it: our own page takes 128 random bits. */
export const visitorSchema = z.string().regex(/^[^\p{C}\p{Z}]{1,200}$/u, 'A token of 1 to 200 characters without spaces')

/** What a page says of the person before it. It is no proof of anything. */
export const aboutSchema = z
  .record(z.string().max(100), z.union([z.string(), z.number(), z.boolean()]))
  .refine((about) => Object.keys(about).length <= 50, 'At most 50 variables')

export const replySchema = z.object({
  text: z.string(),
  buttons: z.array(chatButtonSchema),
  attachments: z.array(z.object({ kind: z.string(), url: z.string(), name: z.string() })),
  block: z.int().nullable(),
})
export type Reply = z.infer<typeof replySchema>

/** 202 `{accepted: true}` after the durable commit; with `?wait=1` 200 `{replies}` of that turn. The same `id` again: the same answer, no second turn. */
export const sendChatMessage = endpoint({
  name: 'sendChatMessage',
  method: 'post',
  path: '/chat/:channel/messages',
  access: 'anybody',
  tag,
  summary:
    'A message of a visitor. 202 after the durable commit; with ?wait=1 the replies of that turn. The same id again gives the same answer and no second turn.',
  params: channel,
  query: { wait: z.enum(['0', '1']).optional() },
  body: z.object({
    visitor: visitorSchema,
    /** The sender's own id of the message: what makes a repeated delivery harmless. */
    id: z.string().min(1).max(200),
    /** Longer ones than 16,000 characters are cut, as `button` and `callback` are; a name and a tag at 255. */
    text: z.string().optional(),
    /** A press of a button with this callback text, instead of `text`. */
    callback: z.string().min(1).optional(),
    /** A press of a button without a callback: its caption. */
    button: z.string().min(1).optional(),
    /** He came by a link with this tag: a block that waits for it greets him. He is not shown it. */
    start: z.string().min(1).optional(),
    /** Addresses on the network, or of files that this visitor has uploaded here (`uploadChatFile`). */
    attachments: z.array(attachableSchema).max(10).optional(),
    /** What the site says of its visitor, by the names of the client's variables. Only those are taken in that the project lists for it (`told` of the look). */
    about: aboutSchema.optional(),
    /** Name that the person gave, and the tag of the link that brought him; used when he is new, the name
     * also when he has none yet. */
    name: z.string().optional(),
    tag: z.string().optional(),
  }),
  output: z.union([z.object({ accepted: z.literal(true) }), z.object({ replies: z.array(replySchema) })]),
})

export const getChatHistory = endpoint({
  name: 'getChatHistory',
  method: 'get',
  path: '/chat/:channel/history',
  access: 'anybody',
  tag,
  summary: 'The latest messages of this visitor.',
  params: channel,
  query: {
    visitor: visitorSchema,
    after: z
      .string()
      .regex(/^[0-9]{1,15}$/)
      .optional(),
  },
  output: z.object({ title: z.string(), messages: z.array(chatMessageSchema), keyboard: z.array(chatButtonSchema) }),
})

/** `GET /chat/:channel/events?visitor=...` is a stream of server-sent events: `event: message`, `data:` a chat message, `id:` its number. */
export const chatEventsPath = '/chat/:channel/events'
