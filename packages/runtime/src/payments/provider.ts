import type { Value } from '@voronka/calculator'
import type { IncomingHttpHeaders } from 'node:http'
import type { OpenConnection } from '../connections/connection-work.ts'

/** What a client is to pay, as a payment service is told. */
export interface Bill {
  readonly number: number
  readonly order: number
  readonly client: number
  /** In hundredths. */
  readonly sum: number
  readonly currency: string
  readonly description: string
  /** Our own page for it. */
  readonly page: string
}

/** A call of a payment service, before anybody looked whether it is to be believed. */
export interface ProviderCall {
  readonly headers: IncomingHttpHeaders
  readonly fields: ReadonlyMap<string, Value>
  /** The body as it came, byte by byte. */
  readonly body: Buffer
}

/** What a call says that is signed as it has to be. `outcome` undefined: nothing that matters here. */
export interface Told {
  readonly payment: number
  readonly outcome: 'paid' | 'failed' | undefined
  /** In hundredths; undefined: it does not say, or cannot be read. */
  readonly sum: number | undefined
  readonly currency?: string
  readonly outsideId?: string
}

/**
 * A payment service: its own file, and a line in `all.ts`. It tells where a client pays, and reads what the service says of it; that a payment counts once,
 * with the right sum, whoever repeats what in which order, is not its matter (`payment-book.ts`).
 */
export interface PaymentProvider {
  /** Of the connection that it goes through. */
  readonly kind: string
  link(bill: Bill, connection: OpenConnection): string
  /** Without it, nobody calls: the outcome comes from our own page. Undefined: the signature is wrong. */
  read?(call: ProviderCall, connection: OpenConnection): Told | 'unreadable' | undefined
  /** What a call that was accepted is answered. */
  answer?(connection: OpenConnection): string
}
