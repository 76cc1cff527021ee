/**
 * Live events of one project: `GET /api/projects/:projectId/live` is a stream of server-sent events, each `data:` one of these.
 */
import { editSchema } from '@voronka/flow'
import { z } from 'zod'
import type { Section } from './access.ts'
import { bookingEvents } from './booking.ts'
import { orderEvents } from './orders.ts'
import { versionSchema } from './projects.ts'

export const liveEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), revision: z.int() }),
  z.object({ type: z.literal('draft-edited'), revision: z.int(), editor: z.string(), edits: z.array(editSchema) }),
  /** The whole draft was replaced (a version was restored): load it again. */
  z.object({ type: z.literal('draft-replaced'), revision: z.int(), editor: z.string() }),
  z.object({ type: z.literal('published'), version: versionSchema }),
  /** Something happened to a test person: load his state again, unless `turn` is in it already. */
  z.object({ type: z.literal('test-chat-changed'), person: z.int(), turn: z.int().nullable() }),
  z.object({ type: z.literal('project-changed') }),
  /** Members, invitations or roles changed: load them again. */
  z.object({ type: z.literal('members-changed') }),
  /** What this reader may do has changed: ask `whoAmI` again. Only readers whom it concerns hear it. */
  z.object({ type: z.literal('access-changed') }),
  /** Something of a client changed: his line in the inbox, his card. `message`: the latest one, when there is a new one. */
  z.object({ type: z.literal('dialogue-changed'), client: z.int(), message: z.int().nullable() }),
  z.object({ type: z.literal('client-deleted'), client: z.int() }),
  /** Somebody is writing to a client just now; it holds for some seconds. */
  z.object({ type: z.literal('writing'), client: z.int(), account: z.int(), name: z.string() }),
  z.object({ type: z.literal('operators-changed') }),
  /** To these accounts; null: to everybody. */
  z.object({ type: z.literal('notification'), id: z.int(), accounts: z.array(z.int()).nullable() }),
  z.object({ type: z.literal('task-changed'), task: z.int(), client: z.int().nullable() }),
  z.object({ type: z.literal('task-columns-changed') }),
  z.object({ type: z.literal('lists-changed') }),
  z.object({ type: z.literal('labels-changed') }),
  /** Something that goes to servers of others was sent, failed, or was put in again. */
  z.object({ type: z.literal('outbox-changed') }),
  z.object({ type: z.literal('broadcast-changed'), broadcast: z.int() }),
  /** A call began, ended, or was refused; null: the numbers that are not called. */
  z.object({ type: z.literal('calls-changed'), call: z.int().nullable() }),
  /** Null: many, or their sources or settings: load them again. */
  z.object({ type: z.literal('leads-changed'), lead: z.int().nullable() }),
  ...orderEvents,
  ...bookingEvents,
])
export type LiveEvent = z.infer<typeof liveEventSchema>

/** The section that a member must be able to view to hear an event; null: every member. A new event does not compile without a line here. */
export const liveEventSections: Readonly<Record<LiveEvent['type'], Section | null>> = {
  hello: null,
  'draft-edited': 'funnel',
  'draft-replaced': 'funnel',
  published: 'funnel',
  'test-chat-changed': 'funnel',
  'project-changed': null,
  'order-changed': 'orders',
  'orders-changed': 'orders',
  'pipelines-changed': 'orders',
  'members-changed': 'employees',
  'access-changed': null,
  'dialogue-changed': 'clients',
  'client-deleted': 'clients',
  writing: 'clients',
  'operators-changed': null,
  notification: null,
  'task-changed': 'tasks',
  'task-columns-changed': 'tasks',
  'lists-changed': 'clients',
  'labels-changed': 'clients',
  'outbox-changed': 'settings',
  'broadcast-changed': 'broadcasts',
  'booking-setup-changed': 'booking',
  'booking-changed': 'booking',
  'calls-changed': 'calls',
  'leads-changed': 'leads',
}
export const livePath = '/api/projects/:projectId/live'
