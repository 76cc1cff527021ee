/** The people of a project, and how they come in: by a link (crm-and-tasks, section 13). */
import { z } from 'zod'
import { emailSchema, languages, meSchema, passwordSchema } from './accounts.ts'
import { callWaySchema } from './calls.ts'
import { done, endpoint, id } from './endpoint.ts'
import { roleIdSchema } from './roles.ts'

const tag = 'Members'
const project = { projectId: id }
const role = z.object({ id: roleIdSchema, name: z.string() })

const card = {
  /** How he is called in this project; empty: as his account. */
  name: z.string().trim().max(255),
  phone: z.string().trim().max(50),
  position: z.string().trim().max(255),
  description: z.string().trim().max(2000),
  extra: z.array(z.object({ name: z.string().trim().max(100), value: z.string().trim().max(500) })).max(3),
  calls: callWaySchema,
}

export const memberSchema = z.object({
  account: z.int(),
  email: z.string(),
  /** Of the card, else of the account. */
  shownName: z.string(),
  ...card,
  role,
  joinedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** His account is disabled: he cannot sign in. */
  disabled: z.boolean(),
})
export type Member = z.infer<typeof memberSchema>

export const listMembers = endpoint({
  name: 'listMembers',
  method: 'get',
  path: '/api/projects/:projectId/members',
  access: { section: 'employees', level: 'view' },
  tag,
  summary: 'The people of a project.',
  params: project,
  output: z.object({ members: z.array(memberSchema) }),
})

/** 409 `owner-stays` for the role of the owner; 403 `more-than-yours` when his old or new role opens more than the caller has. */
export const updateMember = endpoint({
  name: 'updateMember',
  method: 'patch',
  path: '/api/projects/:projectId/members/:account',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: "Changes somebody's role or card.",
  params: { ...project, account: id },
  body: z.object({ role: roleIdSchema, ...card }).partial(),
  output: memberSchema,
})

export const removeMember = endpoint({
  name: 'removeMember',
  method: 'delete',
  path: '/api/projects/:projectId/members/:account',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'Takes somebody out of the project. The owner stays.',
  params: { ...project, account: id },
  output: done,
})

/** 403 `wrong-password`. The old owner becomes an administrator. */
export const passOwnership = endpoint({
  name: 'passOwnership',
  method: 'post',
  path: '/api/projects/:projectId/owner',
  access: 'owner',
  tag,
  summary: 'Makes another member the owner; the old one becomes an administrator.',
  params: project,
  body: z.object({ account: z.int().positive(), password: z.string().min(1).max(256) }),
  output: z.object({ members: z.array(memberSchema) }),
})

export const invitationSchema = z.object({
  id: z.int(),
  role,
  /** Only an account with this address may use it; null: whoever has the link. */
  email: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitationSchema>

export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'get',
  path: '/api/projects/:projectId/invitations',
  access: { section: 'employees', level: 'view' },
  tag,
  summary: 'Invitations that can still be used.',
  params: project,
  output: z.object({ invitations: z.array(invitationSchema) }),
})

/** The link is shown once: `path` behind the address of this server. */
export const createInvitation = endpoint({
  name: 'createInvitation',
  method: 'post',
  path: '/api/projects/:projectId/invitations',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'A link that lets one person in, once.',
  params: project,
  body: z.object({ role: roleIdSchema, email: emailSchema.optional(), days: z.int().min(1).max(30).default(7) }),
  output: z.object({ invitation: invitationSchema, path: z.string() }),
})

export const revokeInvitation = endpoint({
  name: 'revokeInvitation',
  method: 'delete',
  path: '/api/projects/:projectId/invitations/:invitation',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'Ends an invitation.',
  params: { ...project, invitation: id },
  output: done,
})

const token = z.string().min(1).max(200)

/** 404 `wrong-link` when it was used, revoked, has expired, or never was. */
export const lookAtInvitation = endpoint({
  name: 'lookAtInvitation',
  method: 'post',
  path: '/api/invitations/look',
  access: 'anybody',
  tag,
  summary: 'What an invitation is for.',
  body: z.object({ token }),
  output: z.object({ project: z.string(), role, email: z.string().nullable(), invitedBy: z.string(), expiresAt: z.iso.datetime() }),
})

/** 403 `for-somebody-else` when it names another address; 409 `already-member`. */
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'post',
  path: '/api/invitations/accept',
  access: 'person',
  tag,
  summary: 'Joins with the account that is signed in.',
  body: z.object({ token }),
  output: z.object({ projectId: z.int() }),
})

/** 409 `account-exists`: sign in and accept. `email` is that of the invitation when it names one. */
export const registerByInvitation = endpoint({
  name: 'registerByInvitation',
  method: 'post',
  path: '/api/invitations/register',
  access: 'anybody',
  tag,
  summary: 'Creates an account by an invitation, joins and signs in.',
  body: z.object({
    token,
    email: emailSchema.optional(),
    name: z.string().trim().min(1).max(255),
    password: passwordSchema,
    language: z.enum(languages),
  }),
  output: z.object({ projectId: z.int(), me: meSchema }),
})
