/** Broadcasts (builder-and-runtime, section 18). Blocked and unsubscribed people are skipped; nobody gets one twice. */
import { z } from 'zod'
import { audienceSchema, sampleSchema } from './audience.ts'
import { done, endpoint, id } from './endpoint.ts'
import { chatMessageSchema } from './test-chat.ts'

const tag = 'Broadcasts'
const project = { projectId: id }
const broadcast = { ...project, broadcast: id }
const view = { section: 'broadcasts', level: 'view' } as const
const edit = { section: 'broadcasts', level: 'edit' } as const

export const broadcastStatusSchema = z.enum(['draft', 'scheduled', 'running', 'paused', 'done', 'stopped', 'failed'])

/** A block of the published funnel, or a text with `#{variables}`. State blocks move people; a text does not. */
export const broadcastContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block'), block: z.int().positive() }),
  z.object({
    kind: z.literal('text'),
    text: z.string().trim().min(1).max(16_000),
    attachments: z
      .array(z.object({ kind: z.enum(['link', 'image', 'video', 'audio', 'file']), url: z.string().max(4000), name: z.string().max(255) }))
      .max(10)
      .default([]),
    /** What programs send beneath it. */
    buttons: z
      .array(
        z.object({
          kind: z.enum(['reply', 'inline', 'auto']),
          text: z.string().max(255),
          line: z.int(),
          indexInLine: z.int(),
          callback: z.string().optional(),
          url: z.string().optional(),
          color: z.string().optional(),
        }),
      )
      .max(100)
      .optional(),
  }),
])
export type BroadcastContent = z.infer<typeof broadcastContentSchema>

export const broadcastSchema = z.object({
  number: z.int(),
  name: z.string(),
  status: broadcastStatusSchema,
  content: broadcastContentSchema,
  audience: audienceSchema,
  /** When it starts by itself; null: by hand. */
  startAt: z.iso.datetime().nullable(),
  /** Messages a second. */
  pace: z.number(),
  /** Sending moves people into the block. */
  moves: z.boolean(),
  total: z.int(),
  sent: z.int(),
  skipped: z.int(),
  failed: z.int(),
  author: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Why it failed. */
  error: z.string(),
})
export type BroadcastInfo = z.infer<typeof broadcastSchema>

const fields = {
  name: z.string().trim().max(255),
  content: broadcastContentSchema,
  audience: audienceSchema,
  pace: z.number().min(0.1).max(1000),
}

export const listBroadcasts = endpoint({
  name: 'listBroadcasts',
  method: 'get',
  path: '/api/projects/:projectId/broadcasts',
  access: view,
  tag,
  summary: 'Broadcasts, the newest first.',
  params: project,
  query: { before: id.optional() },
  output: z.object({ broadcasts: z.array(broadcastSchema) }),
})

export const getBroadcast = endpoint({
  name: 'getBroadcast',
  method: 'get',
  path: '/api/projects/:projectId/broadcasts/:broadcast',
  access: view,
  tag,
  summary: 'One broadcast with its figures.',
  params: broadcast,
  output: broadcastSchema,
})

export const createBroadcast = endpoint({
  name: 'createBroadcast',
  method: 'post',
  path: '/api/projects/:projectId/broadcasts',
  access: edit,
  tag,
  summary: 'A new draft of a broadcast.',
  params: project,
  body: z.object({
    name: fields.name.default(''),
    content: fields.content,
    audience: fields.audience.prefault({}),
    pace: fields.pace.default(30),
  }),
  output: broadcastSchema,
})

export const updateBroadcast = endpoint({
  name: 'updateBroadcast',
  method: 'patch',
  path: '/api/projects/:projectId/broadcasts/:broadcast',
  access: edit,
  tag,
  summary: 'Changes a draft; the pace also while it runs.',
  params: broadcast,
  body: z.object(fields).partial(),
  output: broadcastSchema,
})

export const deleteBroadcast = endpoint({
  name: 'deleteBroadcast',
  method: 'delete',
  path: '/api/projects/:projectId/broadcasts/:broadcast',
  access: edit,
  tag,
  summary: 'Deletes a broadcast that does not run.',
  params: broadcast,
  output: done,
})

export const previewAudience = endpoint({
  name: 'previewAudience',
  method: 'post',
  path: '/api/projects/:projectId/audience',
  access: view,
  tag,
  summary: 'How many people a filter means, and the first ten. Blocked people are not counted; unsubscribed ones only when asked for.',
  params: project,
  body: z.object({ audience: audienceSchema }),
  output: sampleSchema,
})

/** What one person would get, with his variables. */
export const previewBroadcast = endpoint({
  name: 'previewBroadcast',
  method: 'post',
  path: '/api/projects/:projectId/broadcasts/preview',
  access: view,
  tag,
  summary: 'The message as that person would get it; nothing is sent.',
  params: project,
  body: z.object({ content: broadcastContentSchema, client: z.int().positive() }),
  output: z.object({ message: chatMessageSchema.nullable() }),
})

/** `client`: where to send it, such as oneself. Sends for real, a state block moves him. */
export const testBroadcast = endpoint({
  name: 'testBroadcast',
  method: 'post',
  path: '/api/projects/:projectId/broadcasts/test',
  access: edit,
  tag,
  summary: 'Sends the message to one person.',
  params: project,
  body: z.object({ content: broadcastContentSchema, client: z.int().positive() }),
  output: z.object({ sent: z.boolean() }),
})

export const startBroadcast = endpoint({
  name: 'startBroadcast',
  method: 'post',
  path: '/api/projects/:projectId/broadcasts/:broadcast/start',
  access: edit,
  tag,
  summary: 'Starts a draft, at once or at that moment. A second click changes nothing.',
  params: broadcast,
  body: z.object({ at: z.iso.datetime({ offset: true }).nullable().default(null) }),
  output: broadcastSchema,
})

export const controlBroadcast = endpoint({
  name: 'controlBroadcast',
  method: 'post',
  path: '/api/projects/:projectId/broadcasts/:broadcast/control',
  access: edit,
  tag,
  summary: 'Pauses, resumes or stops it. What was stopped is not resumed.',
  params: broadcast,
  body: z.object({ action: z.enum(['pause', 'resume', 'stop']) }),
  output: broadcastSchema,
})

export const recipientStates = ['waiting', 'sent', 'skipped', 'failed'] as const

export const listRecipients = endpoint({
  name: 'listRecipients',
  method: 'get',
  path: '/api/projects/:projectId/broadcasts/:broadcast/recipients',
  access: view,
  tag,
  summary: 'What became of each person.',
  params: broadcast,
  query: { state: z.enum(recipientStates).optional(), after: id.optional() },
  output: z.object({
    recipients: z.array(
      z.object({
        client: z.int(),
        name: z.string(),
        state: z.enum(recipientStates),
        /** `blocked`, `unsubscribed`, `nothing-to-say`, `gone`, or what the error says. */
        reason: z.string(),
        at: z.iso.datetime().nullable(),
        /** He wrote after it was sent. */
        replied: z.boolean(),
      }),
    ),
    next: z.int().nullable(),
  }),
})
