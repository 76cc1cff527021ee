/** Projects, their funnels and what holds for each of them. */
import type { Generated } from 'kysely'

export interface ProjectTables {
  projects: {
    id: Generated<number>
    name: string
    /** The draft as a project document (canonical JSON) as it was at `draft_revision`; the edits since then are in `draft_edits`. */
    draft: string
    draft_revision: Generated<number>
    revision: number
    /** Number of the version that clients run. */
    published: number | null
    /** Revision of the draft when it was published last. */
    published_revision: number | null
    created_at: number
    updated_at: number
    deleted_at: number | null
  }
  draft_edits: { project_id: number; revision: number; editor: string; edits: string; at: number }
  versions: {
    project_id: number
    number: number
    document: string
    note: string
    author: string
    published_at: number
    blocks: number
    arrows: number
  }
  /** `test` 1: the copy that the test chat uses, so that trying a funnel never changes live values. Values are JSON text. */
  project_variables: { project_id: number; test: number; name: string; value: string }
  /** Days that a project keeps things; null: for ever. No row: what is standard. */
  retention: { project_id: number; messages: number | null; traces: number | null; inbox: number; log: number | null }
  /** Hosts that this project calls although they are not public, beside those of the server's configuration. */
  egress_allowed: { project_id: number; host: string; added_at: number }
  log: {
    id: Generated<number>
    project_id: number
    at: number
    level: 'warning' | 'error'
    code: string
    client_id: number | null
    block: number | null
    arrow: number | null
    facts: string
    /** How many times the same was met within the minute: repeated entries are counted, not repeated. */
    count: number
  }
}
