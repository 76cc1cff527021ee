import type { ProjectSummary } from '@voronka/api'
import type { SaveState } from '../editor/index.ts'

export type WhyNotPublish = 'loading' | 'conflict' | 'failed' | 'offline' | 'errors' | 'nothing' | 'same'

export interface PublishFacts {
  /** What the server last told; undefined while it has not answered. */
  readonly summary: Pick<ProjectSummary, 'published'> | undefined
  /** Things that differ from the published version; undefined while that is not loaded. */
  readonly changes: number | undefined
  readonly blocks: number
  readonly errors: number
  readonly save: SaveState['state']
}

/** Why the draft cannot be published now; undefined: it can. What a person has to do something about comes first. */
export function whyNotPublish({ summary, changes, blocks, errors, save }: PublishFacts): WhyNotPublish | undefined {
  if (save === 'conflict' || save === 'failed' || save === 'offline') return save
  if (blocks === 0) return 'nothing'
  if (errors) return 'errors'
  if (!summary) return 'loading'
  if (!summary.published) return undefined
  if (changes === undefined) return 'loading'
  return changes ? undefined : 'same'
}
