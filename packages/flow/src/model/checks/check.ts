import type { Language } from '@voronka/calculator'
import type { Edit } from '../edits.ts'
import type { Arrow, Block } from '../flow.ts'
import type { Words } from '../labels/index.ts'
import type { Digest } from './digest.ts'
import type { Survey } from './survey.ts'

/** `error`: it cannot work as drawn. `warning`: it hardly means that. `hint`: worth a look. */
export type Severity = 'error' | 'warning' | 'hint'

/** Where it is. Without block and arrow: in the settings (`field` says which), or in the flow as a whole. Offsets are UTF-16 indices into the text. */
export interface Place {
  readonly block?: number
  readonly arrow?: number
  readonly field?: string
  /** Which button, attachment, constant... of that field. */
  readonly index?: number
  readonly from?: number
  readonly to?: number
}

export type Facts = Readonly<Record<string, string>>

export interface Finding {
  readonly place: Place
  readonly facts?: Facts
  /** Where it differs from what the check usually says. */
  readonly severity?: Severity
  readonly fix?: readonly Edit[]
}

export interface Problem extends Finding {
  readonly code: string
  readonly severity: Severity
  readonly facts: Facts
}

/**
 * One rule, in a file of its own under `rules/` and one line in `rules/all.ts`. `block` and `arrow` look at one thing alone and are asked again
 * only when it changes; `project` looks at how things stand to each other.
 */
export interface Check {
  readonly code: string
  readonly severity: Severity
  /** What is wrong here. */
  readonly says: Readonly<Record<Language, (facts: Facts) => string>>
  /** Why that matters to a client. */
  readonly why: Words
  readonly fixTitle?: Readonly<Record<Language, (facts: Facts) => string>>
  block?(block: Block, digest: Digest): Iterable<Finding>
  arrow?(arrow: Arrow, digest: Digest): Iterable<Finding>
  project?(survey: Survey): Iterable<Finding>
}
