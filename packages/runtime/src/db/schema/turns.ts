/** What happens to a client, turn by turn. */
import type { Generated } from 'kysely'

export interface TurnTables {
  /** Events taken in, each once: (channel, outside_id) is unique. */
  inbox: {
    id: Generated<number>
    channel: string
    outside_id: string
    client_id: number
    event: string
    received_at: number
    /** 0 waiting, 1 done, 2 set aside after failing. */
    state: number
    attempts: number
    turn_id: number | null
    /** Number of the HTTP request that brought it; null: it came another way. */
    request: string | null
  }
  turns: {
    id: Generated<number>
    project_id: number
    client_id: number
    /** Version of the flow; null: the draft. */
    version: number | null
    at: number
    took: number
    trace: string
    changed: string
    /** As in `inbox`. */
    request: string | null
  }
  /** Turns that wait for an answer from outside: all it takes to run them again. */
  turn_journals: {
    inbox_id: number
    project_id: number
    turn_id: number
    /** Which call of the turn it is, from 1. */
    number: number
    journal: string
    /** What came back; null: it is being made by `holder`, who has until `lease_until`. */
    answer: string | null
    holder: string
    lease_until: number
  }
  timers: {
    client_id: number
    /** Number of the pending entry within its client. */
    pending_id: number
    project_id: number
    arrow: number
    from_block: number
    to_block: number
    /** When it is due on the client's clock; `fire_at` is the same moment on the real clock, or later when postponed. */
    due: number
    fire_at: number
    keep: number
    cancel_if_left: number
    planned_at: number
  }
  /** Messages that a function addressed to a client (`message(...)`), until they are delivered. */
  deliveries: {
    id: Generated<number>
    project_id: number
    client_id: number
    text: string
    /** The block whose text is to be sent when `text` is empty. */
    block: number | null
    fire_at: number
    /** Of a message that a person planned: who, the rest of the message as JSON, the key of his page. */
    account_id: Generated<number | null>
    speaker: Generated<string | null>
    extra: Generated<string | null>
    key: Generated<string | null>
    /** What is to happen then instead of a message: an event, as JSON. */
    event: Generated<string | null>
    /** What the messenger calls the album whose files are being gathered in `event`: it is the client's, and nobody's plan. */
    album: Generated<string | null>
  }
}
