import type { Settings } from '../config/settings.ts'

/** What `voronka doctor` found out about one thing. */
export interface Finding {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'error'
  /** What was found, in a sentence. */
  readonly says: string
  /** What to do about it, in a sentence; empty when all is well. */
  readonly cure: string
}

export interface Patient {
  readonly settings: Settings
  readonly now: number
}

/** Looks at one thing and changes nothing. What it throws is told as an error of that name. */
export interface Examination {
  readonly name: string
  readonly of: 'any' | 'sqlite' | 'postgres'
  look(patient: Patient): Outcome | Promise<Outcome>
}

export type Outcome = Omit<Finding, 'name'>

export const ok = (says: string): Outcome => ({ state: 'ok', says, cure: '' })
export const warning = (says: string, cure: string): Outcome => ({ state: 'warning', says, cure })
export const error = (says: string, cure: string): Outcome => ({ state: 'error', says, cure })
