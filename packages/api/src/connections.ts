/** What a project is connected to: messengers, telephony, payments (telephony, section 1; user-expectations, areas 5, 10 and 11). */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

export * from './connections/connection-kind.ts'
export * from './connections/read-fields.ts'
export * from './connections/can-be-connected.ts'
export { connectionKinds } from './connections/all.ts'

const tag = 'Connections'
const params = { projectId: id }
const look = { section: 'settings', level: 'view' } as const
const change = { section: 'settings', level: 'edit' } as const

/** Of all kinds together. */
export const mostConnections = 50

const setting = z.union([z.string().max(4000), z.number(), z.boolean()])
const name = z.string().trim().max(100)
/** Secrets among them are taken and never given back; one that is left out, or empty, stays as it is. */
const fields = z.record(z.string().max(60), setting)

export const connectionSchema = z.object({
  id: z.int(),
  kind: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  settings: z.record(z.string(), setting),
  /** Those that there are, by name, with their last characters (none of a short one). */
  secrets: z.record(z.string(), z.string()),
  /** What the other side said when it was asked last; null: it never was. */
  checked: z
    .object({
      at: z.iso.datetime(),
      ok: z.boolean(),
      /** Why not, in the words of the other side. */
      reason: z.string(),
      /** What it told of itself: a balance, the name of a bot. */
      facts: z.record(z.string(), z.string()),
    })
    .nullable(),
  /** Addresses under which the other side reaches this server, by what they are for. */
  inbound: z.record(z.string(), z.string()),
  createdAt: z.iso.datetime(),
})
export type Connection = z.infer<typeof connectionSchema>

export const listConnections = endpoint({
  name: 'listConnections',
  method: 'get',
  path: '/api/projects/:projectId/connections',
  access: look,
  tag,
  summary: 'Messengers, telephony and payment services that the project is connected to.',
  params,
  output: z.object({ connections: z.array(connectionSchema) }),
})

export const createConnection = endpoint({
  name: 'createConnection',
  method: 'post',
  path: '/api/projects/:projectId/connections',
  access: change,
  tag,
  summary: 'Connects the project; the other side is asked at once whether that works, and the answer tells what it said.',
  params,
  body: z.object({ kind: z.string().max(60), name: name.default(''), fields }),
  output: connectionSchema,
})

export const changeConnection = endpoint({
  name: 'changeConnection',
  method: 'patch',
  path: '/api/projects/:projectId/connections/:connection',
  access: change,
  tag,
  summary: 'Changes a connection, or switches it on or off. Secrets that are left out stay.',
  params: { ...params, connection: id },
  body: z.object({ name: name.optional(), enabled: z.boolean().optional(), fields: fields.optional() }),
  output: connectionSchema,
})

export const checkConnection = endpoint({
  name: 'checkConnection',
  method: 'post',
  path: '/api/projects/:projectId/connections/:connection/check',
  access: change,
  tag,
  summary: 'Asks the other side whether the connection works.',
  params: { ...params, connection: id },
  output: connectionSchema,
})

export const removeConnection = endpoint({
  name: 'removeConnection',
  method: 'delete',
  path: '/api/projects/:projectId/connections/:connection',
  access: change,
  tag,
  summary: 'Disconnects: its secrets are gone, and what waited to be sent through it.',
  params: { ...params, connection: id },
  output: done,
})
