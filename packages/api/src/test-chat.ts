/**
 * The test chat: talks to the draft as a made-up person, with a clock of its own. `person` counts from 1; each is a separate client. Test people are
 * kept out of everything that concerns real clients.
 */
import type { Trace } from '@voronka/flow/engine'
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'

const tag = 'Test chat'
const person = { projectId: id, person: id }

export const chatButtonSchema = z.object({
  kind: z.enum(['reply', 'inline']),
  text: z.string(),
  line: z.int(),
  indexInLine: z.int(),
  callback: z.string().optional(),
  url: z.string().optional(),
  color: z.string().optional(),
  /** What messengers that can do that ask the client for. */
  asks: z.enum(['phone', 'location']).optional(),
})
export type ChatButton = z.infer<typeof chatButtonSchema>

export const chatMessageSchema = z.object({
  id: z.int(),
  from: z.enum(['client', 'bot', 'operator', 'event', 'comment']),
  text: z.string(),
  format: z.enum(['plain', 'markdown', 'html']),
  buttons: z.array(chatButtonSchema),
  attachments: z.array(z.object({ kind: z.enum(['link', 'image', 'video', 'audio', 'file']), url: z.string(), name: z.string() })),
  /** The block that said it. */
  block: z.int().nullable(),
  /** The turn it belongs to: `getTurn` explains it. */
  turn: z.int().nullable(),
  at: z.iso.datetime(),
  /** The message that it answers, as it read then. Empty text: it was files alone, without names. */
  answers: z.object({ message: z.int(), from: z.enum(['client', 'bot', 'operator']), text: z.string() }).optional(),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

export const pendingSchema = z.object({
  id: z.int(),
  arrow: z.int(),
  from: z.int(),
  to: z.int(),
  due: z.iso.datetime(),
  plannedAt: z.iso.datetime(),
  keep: z.boolean(),
  cancelIfLeft: z.boolean(),
})
export type PendingInfo = z.infer<typeof pendingSchema>

/** Values are JSON where the value is a number, boolean, array or dict; else text. */
const variables = z.record(z.string(), z.unknown())

export const turnSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  /** Milliseconds that the turn took. */
  took: z.number(),
  trace: z.custom<Trace>(),
  /** Variables that the turn changed: the value before (null: absent) and after. */
  changed: z.array(z.object({ scope: z.enum(['order', 'client', 'project']), name: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type TurnInfo = z.infer<typeof turnSchema>

export const testChatSchema = z.object({
  person: z.int(),
  /** How many people the test chat has. */
  people: z.int(),
  client: z.object({
    id: z.int(),
    name: z.string(),
    unsubscribed: z.boolean(),
    blocked: z.boolean(),
    pausedUntil: z.iso.datetime().nullable(),
    waiting: z.boolean(),
  }),
  position: z.int().nullable(),
  variables: z.object({ order: variables, client: variables, project: variables }),
  pending: z.array(pendingSchema),
  /** Reply keyboard that is open now; empty when none. */
  keyboard: z.array(chatButtonSchema),
  clock: z.object({ now: z.iso.datetime(), offset: z.number(), zone: z.string() }),
  /** The latest 500 messages, oldest first. */
  messages: z.array(chatMessageSchema),
  turns: z.array(turnSchema),
})
export type TestChat = z.infer<typeof testChatSchema>

export const testEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1).max(16_000) }),
  z.object({ kind: z.literal('button'), text: z.string().max(16_000) }),
  z.object({ kind: z.literal('callback'), text: z.string().min(1).max(16_000), pressed: z.boolean().default(false) }),
  z.object({
    kind: z.literal('attachment'),
    urls: z.array(z.string().max(4000)).min(1).max(10),
    caption: z.string().max(16_000).default(''),
  }),
  z.object({ kind: z.literal('send-block'), block: z.int().positive() }),
  z.object({ kind: z.literal('unsubscribed') }),
])

export const getTestChat = endpoint({
  name: 'getTestChat',
  method: 'get',
  path: '/api/projects/:projectId/test-chat/:person',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'The whole state of one test person (made on first use).',
  params: person,
  output: testChatSchema,
})
export const sendTestEvent = endpoint({
  name: 'sendTestEvent',
  method: 'post',
  path: '/api/projects/:projectId/test-chat/:person/events',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Something happens in the test chat; answers with the state after the turn.',
  params: person,
  body: testEventSchema,
  output: testChatSchema,
})
export const restartTestChat = endpoint({
  name: 'restartTestChat',
  method: 'post',
  path: '/api/projects/:projectId/test-chat/:person/restart',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Forgets this person: messages, variables, timers, clock.',
  params: person,
  output: testChatSchema,
})
export const addTestPerson = endpoint({
  name: 'addTestPerson',
  method: 'post',
  path: '/api/projects/:projectId/test-chat',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'One more person.',
  params: { projectId: id },
  output: testChatSchema,
})

/** Moves the person's clock forward; everything planned on the way fires in order at its own moment. `reset` goes back to real time (nothing fires). */
export const moveTestClock = endpoint({
  name: 'moveTestClock',
  method: 'post',
  path: '/api/projects/:projectId/test-chat/:person/clock',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Moves the clock of the test chat.',
  params: person,
  body: z.discriminatedUnion('move', [
    z.object({
      move: z.literal('by'),
      milliseconds: z
        .int()
        .positive()
        .max(10 * 366 * 86_400_000),
    }),
    z.object({ move: z.literal('to'), moment: z.iso.datetime({ offset: true }) }),
    z.object({ move: z.literal('next-timer') }),
    z.object({ move: z.literal('reset') }),
  ]),
  output: testChatSchema,
})
export const runPending = endpoint({
  name: 'runPending',
  method: 'post',
  path: '/api/projects/:projectId/test-chat/:person/pending/:pending/run',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Fires a planned transition now.',
  params: { ...person, pending: id },
  output: testChatSchema,
})
export const cancelPending = endpoint({
  name: 'cancelPending',
  method: 'delete',
  path: '/api/projects/:projectId/test-chat/:person/pending/:pending',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Cancels a planned transition.',
  params: { ...person, pending: id },
  output: testChatSchema,
})
export const setTestVariable = endpoint({
  name: 'setTestVariable',
  method: 'put',
  path: '/api/projects/:projectId/test-chat/:person/variables',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Sets a variable of the test person; an empty value deletes it.',
  params: person,
  body: z.object({ scope: z.enum(['order', 'client', 'project']), name: z.string().min(1).max(500), value: z.string().max(100_000) }),
  output: testChatSchema,
})
