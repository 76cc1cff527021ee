/** Servers of others: trying an API request of a block, and which hosts a project may call although they are not public. */
import { requestSchema } from '@voronka/flow'
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'

const tag = 'Requests to other servers'
const params = { projectId: id }

export const triedRequestSchema = z.object({
  /** As it went out, secrets masked. */
  sent: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()]).readonly()),
    body: z.string().nullable(),
  }),
  /** HTTP status; 0: there was no answer. */
  status: z.int(),
  /** Cut where it is very long. */
  body: z.string(),
  failure: z.enum(['unreachable', 'timeout', 'too-large', 'bad-request', 'not-connected']).nullable(),
  tookMs: z.int(),
  attempts: z.int(),
})
export type TriedRequest = z.infer<typeof triedRequestSchema>

export const tryRequest = endpoint({
  name: 'tryRequest',
  method: 'post',
  path: '/api/projects/:projectId/requests/try',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Sends an API request of a block now, with values given for its variables. Nothing of the project changes.',
  params,
  body: z.object({
    request: requestSchema,
    /** What stands for the variables; others are taken from the settings. */
    variables: z.record(z.string().max(500), z.string().max(100_000)).default({}),
  }),
  output: triedRequestSchema,
})

/** A host name (`*.` for all below it), an address or a range, with or without a port. */
const host = z.string().trim().min(1).max(300)

export const allowedHostsSchema = z.object({
  hosts: z.array(host).max(100),
  /** Those of the server's configuration, open to every project. */
  ofServer: z.array(z.string()),
})
export type AllowedHosts = z.infer<typeof allowedHostsSchema>

export const getAllowedHosts = endpoint({
  name: 'getAllowedHosts',
  method: 'get',
  path: '/api/projects/:projectId/allowed-hosts',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'Hosts that the project may call although they are not public.',
  params,
  output: allowedHostsSchema,
})

/** Who opens the inner network answers for the server: an owner of the installation, not one of the project (reliability-promises, P9.4). */
export const setAllowedHosts = endpoint({
  name: 'setAllowedHosts',
  method: 'put',
  path: '/api/installation/allowed-hosts/:project',
  access: 'installation',
  tag,
  summary: 'Changes which hosts a project may call although they are not public.',
  params: { project: id },
  body: z.object({ hosts: allowedHostsSchema.shape.hosts }),
  output: allowedHostsSchema,
})
