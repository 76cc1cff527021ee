/**
 * Keys of the project API, `/api/<key>/<action>` (http-api, section 1.1). A key belongs to one project; the main one is what scripts read as
 * `#{api_key}`. What such a program may do is said by the permissions of its key, not by a role.
 */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Project API'
const project = { projectId: id }
const key = { ...project, key: id }

export const publicPermissions = ['clients.read', 'clients.write', 'crm.read', 'crm.write', 'clients.delete'] as const
export type PublicPermission = (typeof publicPermissions)[number]

export const publicKeySchema = z.object({
  id: z.int(),
  name: z.string(),
  permissions: z.array(z.enum(publicPermissions)),
  main: z.boolean(),
  /** Its last four characters: what is ever shown of it again. */
  ending: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
})
export type PublicKey = z.infer<typeof publicKeySchema>

const name = z.string().trim().min(1).max(100)
const permissions = z
  .array(z.enum(publicPermissions))
  .min(1)
  .transform((asked) => publicPermissions.filter((each) => asked.includes(each)))

export const listPublicKeys = endpoint({
  name: 'listPublicKeys',
  method: 'get',
  path: '/api/projects/:projectId/public-keys',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'The keys of the project API, without the secret part.',
  params: project,
  output: z.object({ keys: z.array(publicKeySchema) }),
})

/** The first key of a project is its main one. 403 `more-than-yours` when it opens more than the caller has. */
export const createPublicKey = endpoint({
  name: 'createPublicKey',
  method: 'post',
  path: '/api/projects/:projectId/public-keys',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Makes a key of the project API; the answer shows it once.',
  params: project,
  body: z.object({ name, permissions }),
  output: z.object({ key: publicKeySchema, secret: z.string() }),
})

/** `main: true` makes it the main one in place of another. */
export const updatePublicKey = endpoint({
  name: 'updatePublicKey',
  method: 'patch',
  path: '/api/projects/:projectId/public-keys/:key',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Renames a key, changes its permissions at once, or makes it the main one.',
  params: key,
  body: z.object({ name: name.optional(), permissions: permissions.optional(), main: z.literal(true).optional() }),
  output: publicKeySchema,
})

/** 409 `main-key`: while there are others, one of them has to become the main one first. */
export const deletePublicKey = endpoint({
  name: 'deletePublicKey',
  method: 'delete',
  path: '/api/projects/:projectId/public-keys/:key',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Ends a key at once.',
  params: key,
  output: done,
})
