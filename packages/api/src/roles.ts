/** Roles of a project (crm-and-tasks, section 13): four are fixed, others are made by hand. */
import { z } from 'zod'
import { levels, rights, sections, type Level, type Permissions, type Section } from './access.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Roles'
const project = { projectId: id }

const level = z.enum(levels)
const levelOf = Object.fromEntries(sections.map((section) => [section, level])) as Record<Section, typeof level>
export const permissionsSchema = z.object({ sections: z.object(levelOf), rights: z.array(z.enum(rights)) })

/** Sections that are not named stay closed. */
const askedLevels = Object.fromEntries(sections.map((section) => [section, level.default('none')])) as Record<
  Section,
  z.ZodDefault<typeof level>
>
export const askedPermissionsSchema = z.object({ sections: z.object(askedLevels), rights: z.array(z.enum(rights)).max(rights.length) })

export const fixedRoles = ['owner', 'administrator', 'editor', 'operator'] as const
export type FixedRole = (typeof fixedRoles)[number]

const allAt = (given: Level): Record<Section, Level> =>
  Object.fromEntries(sections.map((section) => [section, given])) as Record<Section, Level>
const everything: Permissions = { sections: allAt('edit'), rights }
const work = {
  clients: 'edit',
  orders: 'edit',
  tasks: 'edit',
  lists: 'edit',
  broadcasts: 'edit',
  booking: 'edit',
  analytics: 'view',
} as const

/** What the fixed roles open. An operator can neither see nor change the funnel or settings, and does not delete messages or clients. */
export const fixedPermissions: Readonly<Record<FixedRole, Permissions>> = {
  owner: everything,
  administrator: everything,
  editor: {
    sections: { ...allAt('none'), ...work, funnel: 'edit', calls: 'edit', leads: 'edit', analytics: 'edit' },
    rights: rights.filter((right) => right !== 'clients.delete'),
  },
  operator: {
    sections: { ...allAt('none'), ...work, calls: 'edit', leads: 'view' },
    rights: rights.filter((right) => !['clients.delete', 'clients.deleteMessages'].includes(right)),
  },
}

/** Name of a role: a fixed one, or the number of one made by hand. */
export const roleIdSchema = z.string().regex(/^(owner|administrator|editor|operator|[1-9][0-9]{0,14})$/, 'No such role')

export const roleSchema = z.object({
  id: roleIdSchema,
  /** Fixed roles have no name of their own: the page names them in its language. */
  fixed: z.enum(fixedRoles).nullable(),
  name: z.string(),
  permissions: permissionsSchema,
  /** How many members and open invitations have it: a role in use cannot be deleted. */
  inUse: z.int(),
})
export type Role = z.infer<typeof roleSchema>

const named = z.object({ name: z.string().trim().min(1).max(100), permissions: askedPermissionsSchema })

export const listRoles = endpoint({
  name: 'listRoles',
  method: 'get',
  path: '/api/projects/:projectId/roles',
  access: { section: 'employees', level: 'view' },
  tag,
  summary: 'The fixed roles and those made by hand.',
  params: project,
  output: z.object({ roles: z.array(roleSchema) }),
})

/** 409 `role-name-taken`; 403 `more-than-yours` when it opens more than the caller has. */
export const createRole = endpoint({
  name: 'createRole',
  method: 'post',
  path: '/api/projects/:projectId/roles',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'Makes a role. Nobody gives away more than he has.',
  params: project,
  body: named,
  output: roleSchema,
})

/** Takes effect at once for everybody who has it. 409 `role-is-fixed`. */
export const updateRole = endpoint({
  name: 'updateRole',
  method: 'patch',
  path: '/api/projects/:projectId/roles/:role',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'Renames a role or changes what it opens, at once for everybody who has it.',
  params: { ...project, role: roleIdSchema },
  body: named.partial(),
  output: roleSchema,
})

export const deleteRole = endpoint({
  name: 'deleteRole',
  method: 'delete',
  path: '/api/projects/:projectId/roles/:role',
  access: { section: 'employees', level: 'edit', by: 'person' },
  tag,
  summary: 'Deletes a role that nobody has; 409 role-in-use otherwise.',
  params: { ...project, role: roleIdSchema },
  output: done,
})
