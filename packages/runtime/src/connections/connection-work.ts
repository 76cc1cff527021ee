import type { Setting } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { Calls } from '../calls/calls.ts'
import type { AllowedHostsOf } from '../egress/allowed-hosts.ts'
import type { Egress } from '../egress/egress.ts'
import type { Messengers } from '../messengers/messengers.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'

/** A connection as its own code works with it. */
export interface OpenConnection {
  readonly id: number
  readonly project: number
  readonly kind: string
  readonly name: string
  readonly enabled: boolean
  readonly settings: Readonly<Record<string, Setting>>
  /** The empty text: it was never entered. */
  secret(name: string): string
  /** In the addresses under which the other side reaches us; nobody else knows it. */
  readonly inboundKey: string
}

export interface CheckResult {
  readonly ok: boolean
  /** Why not, in the words of the other side. */
  readonly reason: string
  /** What it told of itself. */
  readonly facts: Readonly<Record<string, string>>
}

/** What kinds of connections work with. */
export interface ConnectionTools {
  readonly context: WorkContext
  readonly egress: Egress
  readonly allowedHosts: AllowedHostsOf
  readonly calls: Calls
  readonly messengers: Messengers
  /** Where others reach this server, without a slash at the end: `https://bot.example.org`. */
  address(): string
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/** What stands behind a kind of connection of the contract (`connectionKinds`): its own file, and a line in `all.ts`. */
export interface ConnectionWork {
  readonly kind: string
  /** Asks the other side whether it works. Always answers. */
  check(connection: OpenConnection): Promise<CheckResult>
  /** Carries out what turns ask through it. Always answers; `key` is the same with every attempt. Without it nothing can be asked. */
  ask?(connection: OpenConnection, request: OutboundRequest, key: string): Promise<OutboundAnswer>
  /** Which of several connections of the kind has that account (`OutboundRequest.account`). Inside a transaction. */
  named?(project: number, account: string): Step<number | undefined>
  /** The paths under which the other side reaches us, by what they are for. */
  inbound?(connection: OpenConnection): Readonly<Record<string, string>>
  /** Inside the transaction that connects: what belongs to it, such as a messenger's channel. */
  connected?(connection: OpenConnection): Generator<PromiseLike<unknown>, void, unknown>
  /** Inside the transaction that switches it on or off. */
  switched?(connection: OpenConnection): Generator<PromiseLike<unknown>, void, unknown>
  /** Inside the transaction that disconnects, before the connection is gone. */
  disconnected?(connection: OpenConnection): Generator<PromiseLike<unknown>, void, unknown>
  /** After every committed change, also by another process; undefined: it is gone. Kinds that listen begin and end here. */
  changed?(id: number, connection: OpenConnection | undefined): void
  /** When the installation begins to work, with all that are switched on. */
  start?(connections: readonly OpenConnection[], worker: Worker): void
  stop?(): Promise<void>
}
