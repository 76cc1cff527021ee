/** What the rest of the runtime asks of the worker. */
import type { LiveEvent } from '@voronka/api'
import type { Event, Step } from '@voronka/flow/engine'
import type { AskedOfOthers } from './clients-port.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { StoredMessage } from '../clients/messages.store.ts'

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Calls once at that moment or as soon as possible after it; gives the way to call it off. Any distance works. */
  at(moment: number, call: () => void): () => void
  /** Calls again and again, until it is called off: for looks at what somebody else may have changed, which no moment of ours tells. */
  every(milliseconds: number, call: () => void): () => void
}

/** An event as a channel translated it. It looked nothing up. */
export interface Arrival {
  readonly channel: string
  /** The channel's own id of the event: what makes a repeated delivery harmless. Unique within the channel. */
  readonly outsideId: string
  readonly from: { readonly outsideId: string; readonly name?: string; readonly fullName?: string; readonly tag?: string }
  readonly event: Event
  /** Number of the HTTP request that brought it. */
  readonly request?: string
  /** What its channel stores with it, in the same transaction; not for a repeat. */
  stores?(client: ClientRow): Step<void>
}

export interface Accepted {
  readonly client: number
  readonly repeated: boolean
  /** The turn that the event caused; null while it waits, or when it was set aside. */
  readonly turn: number | null
  /** What the bot said to this client in that turn. */
  readonly replies: readonly StoredMessage[]
}

/** More is waiting than memory should hold: the sender has to come back later (reliability-promises, P5.1). */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'
}

/** The channel is not there, is closed, or its project has nothing published. */
export class ChannelClosed extends Error {
  override readonly name = 'ChannelClosed'
  readonly why: 'unknown' | 'closed' | 'unpublished'
  constructor(why: ChannelClosed['why']) {
    super(`The channel is ${why}.`)
    this.why = why
  }
}

export interface Worker {
  /** Takes an event in: resolves after it is on disk and, `wait`, after its turn is committed too. A repeat resolves as the first did. */
  accept(arrival: Arrival, options?: { wait?: boolean }): Promise<Accepted>
  /** The same for a client whom we know, whether or not his channel is open: programs. `outsideId` is unique in his channel. */
  acceptFor(
    client: Pick<ClientRow, 'id' | 'channel' | 'outside_id'>,
    event: Event,
    sent: { readonly outsideId: string; readonly request?: string },
  ): Promise<Accepted>
  /** The same for a client we know: timers' "run now", operators, the test chat. `claim` says, in the same transaction, whether it is to happen at all. */
  submit(client: number, event: Event, claim?: () => Step<boolean>): Promise<Accepted>
  /** Begins to fire due timers and works off what was left waiting. */
  start(): Promise<void>
  /** Calls when it is started: other alarms of the installation begin then. */
  onStart(call: () => void): void
  /** No new work; what runs is finished. */
  stop(): Promise<void>
  /** Calls after each turn of a client that this process committed, and after each message that reached him from here without one. */
  onTurn(call: (turn: CommittedTurn) => void): () => void
  /** Calls after something was said to a client or by him, whichever process did it; without a client when it may have been missed to whom. */
  onMessages(call: (reached?: Reached) => void): () => void
  /** An event was put into a client's inbox: it is heard in its turn. */
  drain(client: number): void
  /** A message is to be delivered at that moment: something outside a turn planned it. */
  wakeDeliveries(moment: number): void
  /** Looks at the planned entries again: something outside a turn changed when they fire. */
  wakeTimers(): void
  /** Work that `settled` waits for. */
  track(work: Promise<void>): Promise<void>
  /** Resolves when everything that was begun is done: what virtual time waits for. */
  settled(): Promise<void>
  /** How many events and timers are being worked off now. */
  readonly queueLength: number
}

export interface Reached {
  readonly client: number
  readonly channel: string
  readonly outsideId: string
}

export interface CommittedTurn extends Reached {
  readonly project: number
  /** Null: a message of `message(...)` was delivered. */
  readonly turn: number | null
  readonly messages: readonly StoredMessage[]
  /** Milliseconds that the turn was worked on. */
  readonly took?: number
  readonly asked?: AskedOfOthers
  /** What open pages are to be told of it. */
  readonly live: readonly LiveEvent[]
  /** Projects whose mail server has something to send. */
  readonly mails: ReadonlySet<number>
  /** Something was put into the outbox. */
  readonly outgoing?: boolean
}
