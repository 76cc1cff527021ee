/**
 * Live events of one project: `GET /api/projects/:projectId/live` is a stream of server-sent events, each `data:` one of these.
 */
import { editSchema } from '@voronka/flow'
import { z } from 'zod'
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
])
export type LiveEvent = z.infer<typeof liveEventSchema>
export const livePath = '/api/projects/:projectId/live'
