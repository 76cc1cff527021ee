/** Who may do what (crm-and-tasks, section 13; reliability-promises, P8.2). Default is deny: an endpoint without a rule does not compile. */

/** The parts of a project that a role can open or close. */
export const sections = [
  'funnel',
  'clients',
  'orders',
  'tasks',
  'lists',
  'broadcasts',
  'booking',
  'calls',
  'leads',
  'analytics',
  'employees',
  'settings',
] as const
export type Section = (typeof sections)[number]

/** What a role may do in a section: each level includes those before it. */
export const levels = ['none', 'view', 'edit'] as const
export type Level = (typeof levels)[number]

/**
 * - `anybody`: no account is needed (sign-in, the chat of a visitor). Such a call is limited in rate and tells nothing about accounts.
 * - `person`: everybody who is signed in, about himself; programs with a key are refused.
 * - `project`: every member of the project that `:projectId` names, also a key of it.
 * - `editing`: members of that project who may change something in it, whatever it is, and keys with such a scope.
 * - `owner`: the owner of the project that `:projectId` names, nobody else.
 * - `installation`: owners of the installation: new projects, people, settings of the server.
 * - a section: members of the project whose role opens it so far, and keys with that scope. Some of it may need more (`right`), and what gives
 *   rights to others is done by a person, never by a key (`by`).
 */
export type Access =
  | 'anybody'
  | 'person'
  | 'project'
  | 'editing'
  | 'owner'
  | 'installation'
  | { readonly section: Section; readonly level: Exclude<Level, 'none'>; readonly right?: Right; readonly by?: 'person' }

/** Switches of a role beside its sections (crm-and-tasks, section 13). */
export const rights = [
  'tasks.seeOthers',
  'tasks.edit',
  'tasks.editOverdue',
  'clients.seeOthers',
  'clients.seeFree',
  'clients.seeMessengerId',
  'clients.interact',
  'clients.deleteMessages',
  'clients.delete',
  'clients.exportCsv',
  'variables.seeClient',
  'variables.seeOrder',
] as const
export type Right = (typeof rights)[number]

/** What a role opens; owner and administrator have everything. */
export interface Permissions {
  readonly sections: Readonly<Record<Section, Level>>
  readonly rights: readonly Right[]
}

/** Whether `mine` opens at least what `asked` does: nobody gives away more than he has. */
export const includes = (mine: Permissions, asked: Permissions): boolean =>
  sections.every((section) => levels.indexOf(mine.sections[section]) >= levels.indexOf(asked.sections[section])) &&
  asked.rights.every((right) => mine.rights.includes(right))
