/** Keys with which programs call this API: `Authorization: Bearer vk_...` (reliability-promises, P8.4, P8.8). A key belongs to one project. */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'
import { askedPermissionsSchema, permissionsSchema } from './roles.ts'

const tag = 'API keys'
const project = { projectId: id }

export const apiKeySchema = z.object({
  id: z.int(),
  name: z.string(),
  scopes: permissionsSchema,
  /** Its last four characters: what is ever shown of it again. */
  ending: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

const name = z.string().trim().min(1).max(100)

export const listApiKeys = endpoint({
  name: 'listApiKeys',
  method: 'get',
  path: '/api/projects/:projectId/keys',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'The keys of a project, without the secret part.',
  params: project,
  output: z.object({ keys: z.array(apiKeySchema) }),
})

/** 403 `more-than-yours` when the scopes open more than the caller has. `secret` is shown here and never again. */
export const createApiKey = endpoint({
  name: 'createApiKey',
  method: 'post',
  path: '/api/projects/:projectId/keys',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Makes a key; the answer shows it once.',
  params: project,
  body: z.object({ name, scopes: askedPermissionsSchema, expiresAt: z.iso.datetime({ offset: true }).nullable().default(null) }),
  output: z.object({ key: apiKeySchema, secret: z.string() }),
})

export const renameApiKey = endpoint({
  name: 'renameApiKey',
  method: 'patch',
  path: '/api/projects/:projectId/keys/:key',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Renames a key.',
  params: { ...project, key: id },
  body: z.object({ name }),
  output: apiKeySchema,
})

export const revokeApiKey = endpoint({
  name: 'revokeApiKey',
  method: 'delete',
  path: '/api/projects/:projectId/keys/:key',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Ends a key at once.',
  params: { ...project, key: id },
  output: done,
})
