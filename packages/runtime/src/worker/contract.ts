/** What the rest of the runtime asks of the worker. */
import type { Event } from '@voronka/flow/engine'

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Calls once at that moment or as soon as possible after it; gives the way to call it off. Any distance works. */
  at(moment: number, call: () => void): () => void
}

/** An event as a channel translated it. It looked nothing up. */
export interface Arrival {
  readonly channel: string
  /** The channel's own id of the event: what makes a repeated delivery harmless. Unique within the channel. */
  readonly outsideId: string
  readonly from: { readonly outsideId: string; readonly name?: string; readonly tag?: string }
  readonly event: Event
}

export interface Accepted {
  readonly client: number
  readonly repeated: boolean
  /** The turn that the event caused; null while it waits, or when it was set aside. */
  readonly turn: number | null
}

export interface Worker {
  /** Takes an event in: resolves after it is on disk and, `wait`, after its turn is committed too. A repeat resolves as the first did. */
  accept(arrival: Arrival, options?: { wait?: boolean }): Promise<Accepted>
  /** The same for a client we know: timers' "run now", operators, the test chat. */
  submit(client: number, event: Event): Promise<Accepted>
  /** Begins to fire due timers and works off what was left waiting. */
  start(): Promise<void>
  /** No new work; what runs is finished. */
  stop(): Promise<void>
  /** Calls after each committed turn (and each committed change of messages) of a client. */
  onTurn(call: (turn: CommittedTurn) => void): () => void
}

export interface CommittedTurn {
  readonly project: number
  readonly client: number
  readonly channel: string
  readonly outsideId: string
  readonly turn: number
  readonly messages: readonly number[]
}
