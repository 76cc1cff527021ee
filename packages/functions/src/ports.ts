import type { Value } from '@voronka/calculator'

export type MaybePromise<T> = T | PromiseLike<T>

/** All that host functions can reach of the world. */
export interface Ports extends WorldPorts {
  readonly conversation: ConversationPort
  readonly requests: RequestsPort
}

/**
 * What the runtime provides, inside the turn's transaction. Whatever a port answers is journaled with the turn, so that a turn that waits for a
 * request to a foreign server can be run again without asking twice: answers are plain data (scalars, arrays, objects, Maps), and nothing but the
 * methods of a port is read.
 */
export interface WorldPorts {
  readonly clients: ClientsPort
}

/** Requests to foreign servers; the engine provides it. Nobody waits inside a transaction: the turn is cut at the call and goes on with its answer. */
export interface RequestsPort {
  send(request: OutboundRequest): MaybePromise<OutboundAnswer>
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Null: none. */
  readonly body: string | null
  /** For one attempt; never more than the guard's own limit. */
  readonly timeoutMs?: number
  /** Further attempts after no answer or a status of 500 and above. */
  readonly retries?: number
}

export interface OutboundAnswer {
  /** HTTP status; 0: there was no answer. */
  readonly status: number
  readonly body: string
  /** Why there was none. "Refused" and "unreachable" look the same (reliability-promises, P9.4). */
  readonly failure?: 'unreachable' | 'timeout' | 'too-large' | 'bad-request'
}

/** The running client's own dialogue; the engine provides it. */
export interface ConversationPort {
  readonly clientId: number
  /** Has the client ever been in the block of this number? */
  wasInState(block: number): boolean
  /** Cancels the client's planned messages, those marked "do not cancel" only if asked to; gives how many. */
  cancelPending(options: { readonly includeKept: boolean }): number
  /** Moment of the client's latest own message, this event included, in milliseconds since 1970 UTC. Undefined: he never wrote. */
  lastMessageAt(): number | undefined
  pauseBot(minutes: number): void
  unsubscribe(): void
  block(): void
  unblock(): void
  rename(name: string): void
  /** Client scope of the running client. */
  getVariable(name: string): Value | undefined
  /** Storing none or the empty text deletes. False: refused (an impossible name, a limit). */
  setVariable(name: string, value: Value): boolean
}

/** Other clients of the same project; the runtime provides it, inside the turn's transaction. */
export interface ClientsPort {
  exists(clientId: number): MaybePromise<boolean>
  /** Undefined: there is no such client. Variables that he does not have are left out. */
  getVariables(clientId: number, names: readonly string[]): MaybePromise<ReadonlyMap<string, Value> | undefined>
  /** False: there is no such client, or a name or value was refused. */
  setVariables(clientId: number, values: ReadonlyMap<string, Value>): MaybePromise<boolean>
  /** Puts an event that the client does not see into his dialogue. False: there is no such client. */
  callback(clientId: number, text: string): MaybePromise<boolean>
  message(clientId: number, message: ClientMessage): MaybePromise<boolean>
}

/** A message to a client. Without a text of its own it is the text of the block. */
export interface ClientMessage {
  readonly text: string
  readonly block?: number
  /** When to send it, milliseconds since 1970 UTC; at once without it. */
  readonly at?: number
}
