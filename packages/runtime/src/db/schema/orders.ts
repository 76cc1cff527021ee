/** Pipelines and the orders on them. */
import type { Generated } from 'kysely'

export interface OrderTables {
  /** `card`: which fields and variables its cards show, as JSON. */
  pipelines: { project_id: number; id: number; name: string; currency: string; card: string; position: number }
  states: {
    project_id: number
    /** Unique in the project, not only in its pipeline. */
    id: number
    pipeline_id: number
    name: string
    color: string
    hidden: number
    /** Numbers of the states into which its orders may not be moved by hand, as JSON. */
    forbidden: string
    position: number
  }
  /** What a project does with its orders (api, `orderSettingsSchema`), as JSON; without a row: the defaults. */
  order_settings: { project_id: number; document: string }
  orders: {
    project_id: number
    /** Unique in the project. */
    number: number
    client_id: number
    /** 1: of a person of the test chat; it is on no board. */
    test: number
    status: 'active' | 'success' | 'fail' | 'archive'
    /** Null: unsorted. A closed order keeps those that it was closed in. */
    pipeline_id: number | null
    state_id: number | null
    name: string
    /** In lower case, for searching. */
    name_search: string
    description: string
    budget: number | null
    /** Number of an account. */
    responsible: number | null
    /** The order's own variables as JSON. */
    variables: string
    /** Counts every change: what was read at a revision is written only while it still has it. */
    revision: number
    created_at: number
    changed_at: number
    /** When it came to where it is. */
    entered_at: number
    /** When "Close deal" formed the request. */
    submitted_at: number | null
    closed_at: number | null
    deleted_at: number | null
  }
  order_history: {
    id: Generated<number>
    project_id: number
    number: number
    at: number
    by_kind: 'person' | 'bot' | 'program' | 'system'
    by_account: number | null
    by_name: string
    /** The block whose script did it. */
    block: number | null
    what: string
    before: string | null
    after: string | null
    why: string
    /** The mass action that it was a part of. */
    batch: number | null
  }
  order_views: { project_id: number; id: number; account: number | null; name: string; filter: string; shared: number }
  /** CRM callbacks that a client was sent since a moment: against loops. */
  crm_callbacks: { client_id: number; since: number; sent: number }
}
