import type { Step } from '@voronka/flow/engine'
import type { LiveEvent } from '@voronka/api'
import type { Pace } from './pace.ts'
import type { OutboxRow } from './outbox.store.ts'

/**
 * Somebody else's server that accepts messages: a webhook's, a messenger's. A new one is one file that knows how to send, and a line in `all.ts`;
 * order, repeats, pauses and what people see of it are the outbox's.
 */
export interface Sender {
  readonly kind: string
  /** Messages of one queue that are under way at the same time; one client's never are. */
  readonly atOnce: number
  /** No attempt takes longer. */
  readonly longestMs: number
  /** How fast it wants to be sent to, at most. */
  readonly pace?: Pace
  /** Always answers. `key` is the same with every attempt: whoever takes idempotency keys takes a message once. */
  send(outgoing: Outgoing): Promise<SendOutcome>
  /** In the transaction that notes that it was accepted or given up: what follows from it for us, and what open pages hear of it. */
  settled?(row: OutboxRow, outcome: SendOutcome): Step<readonly LiveEvent[]>
}

export interface Outgoing {
  readonly project: number
  readonly client: number | null
  /** Whose server: what a sender knows it by. */
  readonly queue: string
  readonly key: string
  readonly message: string
  /** Milliseconds UTC. */
  readonly now: number
}

/** What people are told of a message of which nobody knows whether it arrived. */
export const unknownReason = 'unknown'

/** What the other side answered, as far as it is shown. */
interface Answered {
  readonly status?: number
  readonly answer?: string
}

export type SendOutcome = Answered &
  /** `id`: what it calls the message. */
  (
    | { readonly kind: 'accepted'; readonly id: string | null }
    /** It wants to be left alone for so long: everything that waits for it waits. */
    | { readonly kind: 'later'; readonly afterMs: number; readonly reason: string }
    /** It may work another time. `unsent`: it certainly did not arrive. */
    | { readonly kind: 'failed'; readonly reason: string; readonly unsent?: boolean }
    /** Nobody knows whether it arrived, and it must not be sent twice. */
    | { readonly kind: 'unknown'; readonly reason: typeof unknownReason }
    /** It never will. */
    | { readonly kind: 'refused'; readonly reason: string }
    /** The client does not want to be written to any more: the funnel is told. */
    | { readonly kind: 'unsubscribed'; readonly reason?: string }
  )
