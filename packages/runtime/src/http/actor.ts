import type { Level, Permissions, Right, Section } from '@voronka/api'

/** Who makes a call, as its handler needs to know him; what he may do was checked before (`Access` of the endpoint). */
export interface Actor {
  /** `key`: a program with an API key; `console`: a command on the server itself. */
  readonly kind: 'nobody' | 'person' | 'key' | 'console'
  /** Number of his account; null for programs and for nobody. */
  readonly account: number | null
  /** Number of the API key; null for people. */
  readonly key: number | null
  readonly email: string
  /** What other people see: his name in the project, else his e-mail; the name of the key. */
  readonly name: string
  /** The IP address that he calls from; empty for the console. */
  readonly address: string
  /** What his role (or the key's scopes) in the project of this call opens. */
  readonly permissions: Permissions | undefined
  /** Whether that opens a section so far. */
  may(section: Section, level: Exclude<Level, 'none'>): boolean
  has(right: Right): boolean
}

type Identity = Pick<Actor, 'kind' | 'account' | 'key' | 'email' | 'name' | 'address'>

/** An actor who may nothing in any project. */
export const outsideProjects = (who: Identity): Actor => ({
  ...who,
  permissions: undefined,
  may: () => false,
  has: () => false,
})

export const insideProject = (who: Identity, permissions: Permissions): Actor => ({
  ...who,
  permissions,
  may: (section, level) => permissions.sections[section] === 'edit' || permissions.sections[section] === level,
  has: (right) => permissions.rights.includes(right),
})

/** Nobody in particular: public calls. */
export const nobody: Actor = outsideProjects({ kind: 'nobody', account: null, key: null, email: '', name: '', address: '' })

/** Whoever can run commands on the server. */
export const consoleActor: Actor = outsideProjects({ kind: 'console', account: null, key: null, email: '', name: '', address: '' })
