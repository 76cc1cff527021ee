import type { Level, Right, Section } from '@voronka/api'

/** Who makes a call, as its handler needs to know him; what he may do was checked before (`Access` of the endpoint). */
export interface Actor {
  /** `key`: a program with an API key. */
  readonly kind: 'nobody' | 'person' | 'key'
  /** Number of his account; null for programs and for nobody. */
  readonly account: number | null
  readonly email: string
  /** What other people see: his name in the project, else his e-mail; the name of the key. */
  readonly name: string
  /** Whether his role (or the key's scopes) in the project of this call opens a section so far. */
  may(section: Section, level: Exclude<Level, 'none'>): boolean
  has(right: Right): boolean
}

/** Nobody in particular: public calls. */
export const nobody: Actor = { kind: 'nobody', account: null, email: '', name: '', may: () => false, has: () => false }
