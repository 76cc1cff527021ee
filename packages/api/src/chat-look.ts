/**
 * How the web chat of a channel looks: its page at `/chat/<channel>` and, on sites of others, the button that opens it
 * (`<script async src=".../chat/<channel>/embed.js">`).
 */
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'
import { siteSchema } from './site.ts'

const text = (most: number) => z.string().trim().max(most).default('')

/** In one language; what is empty is said in the usual words. */
const wordsSchema = z.object({
  /** At the head; usually the name of the chat. */
  title: text(80),
  /** Stands above the conversation, as the first thing that is said. */
  greeting: text(500),
  /** Beside the closed button; empty: nothing. */
  invitation: text(200),
  /** On the button, beside its picture; empty: only the picture. */
  button: text(40),
  /** In the field for a message. */
  write: text(80),
})

export const chatIcons = ['chat', 'dots', 'question', 'headset', 'heart'] as const

export const chatLookSchema = z.object({
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'A colour like #2f6fed')
    .default('#2a5fd0'),
  /** `auto`: as the visitor's device is. */
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  side: z.enum(['right', 'left']).default('right'),
  /** Pixels between the button and the edges of the window. */
  offset: z.object({ x: z.int().min(0).max(400), y: z.int().min(0).max(400) }).default({ x: 20, y: 20 }),
  icon: z.enum(chatIcons).default('chat'),
  /** Address of an uploaded file, so that a visitor's browser asks nobody but this server; empty: none. */
  avatar: z
    .string()
    .max(500)
    .regex(/^(\/files\/.+)?$/, 'An uploaded picture')
    .default(''),
  /** `auto`: that of the site, else of the visitor's browser. */
  language: z.enum(['auto', 'ru', 'en']).default('auto'),
  words: z.object({ ru: wordsSchema.prefault({}), en: wordsSchema.prefault({}) }).prefault({}),
  /** Seconds until the invitation is shown. */
  inviteAfter: z.int().min(0).max(600).default(5),
  /** The callback that is sent when somebody new opens the chat: a block that waits for it greets him. Empty: nothing is sent. */
  opening: text(100),
  /** Sites that may show the chat; none: any. */
  sites: z.array(siteSchema).max(50).default([]),
  /** Variables of the client that a site may tell of its visitor; whatever else it tells is not taken in. */
  told: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
})
export type ChatLook = z.infer<typeof chatLookSchema>
export type ChatWords = z.infer<typeof wordsSchema>

/** What everybody gets who may open the chat: nothing of the variables. */
export const openChatLookSchema = chatLookSchema.omit({ told: true }).extend({ name: z.string() })
export type OpenChatLook = z.infer<typeof openChatLookSchema>

const tag = 'Web chat'
const channel = { projectId: id, key: z.string().max(64) }

export const getChatLook = endpoint({
  name: 'getChatLook',
  method: 'get',
  path: '/api/projects/:projectId/channels/:key/look',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'How the web chat of this channel looks.',
  params: channel,
  output: chatLookSchema,
})

export const setChatLook = endpoint({
  name: 'setChatLook',
  method: 'put',
  path: '/api/projects/:projectId/channels/:key/look',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Changes how the web chat looks; what is left out becomes the usual.',
  params: channel,
  body: chatLookSchema,
  output: chatLookSchema,
})

export const openChatLook = endpoint({
  name: 'openChatLook',
  method: 'get',
  path: '/chat/:channel/look',
  access: 'anybody',
  tag,
  summary: 'How this chat looks, and its name.',
  params: { channel: z.string() },
  output: openChatLookSchema,
})

/** `GET` gives the script that puts the chat on a site of somebody else, with its look inside. */
export const chatEmbedPath = '/chat/:channel/embed.js'
