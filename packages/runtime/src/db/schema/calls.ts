/** Telephony (telephony, section 8). */
import type { Generated } from 'kysely'

export interface CallTables {
  calls: {
    project_id: number
    /** Unique in the project. */
    number: number
    /** What asked for it, the same with every attempt: `script:7-1`, `card:...`, or `zvonobot:55` of a call that somebody else began. */
    key: string
    provider: string
    /** What the vendor calls it; null while he has not taken it. */
    provider_call_id: string | null
    direction: 'out' | 'in'
    client_id: number | null
    /** Number of the order that was current. */
    order_id: number | null
    /** Account of the employee who called from a card. */
    operator_id: number | null
    number_from: string
    number_to: string
    record_id: string
    /** Reactions to digits as JSON; empty: none were asked for. */
    payload: string
    /** `callOutcomes` of the contract. */
    outcome: 'starting' | 'calling' | 'answered' | 'no_answer' | 'canceled' | 'failed' | 'unknown'
    /** The vendor's own word. */
    status: string
    error: string
    /** Digits that were pressed, each once, in order: `1,3`. */
    digit: string
    cost: string
    duration_sec: number
    answered_at: number | null
    finished_at: number | null
    created_at: number
    /** How often the vendor was asked what became of it, and when he is asked next; null: no more. */
    looks: number
    look_at: number | null
  }
  /** What vendors told and nobody has read yet. */
  call_news: {
    id: Generated<number>
    project_id: number
    provider: string
    kind: 'status' | 'digit'
    body: string
    tries: number
    due_at: number
  }
  stopped_numbers: { project_id: number; phone: string; by_whom: 'digit' | 'person'; name: string; added_at: number }
  /** Numbers, in their one form, that stand in variables of clients or of their current orders (section 3). */
  client_phones: { project_id: number; phone: string; scope: 'client' | 'order'; client_id: number }
}
