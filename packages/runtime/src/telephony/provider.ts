import type { Setting } from '@voronka/api'
import type { CallReaction } from '@voronka/functions'

/** A connection as a provider works with it; whatever is sent goes through the guard of everything that goes out. */
export interface Line {
  readonly settings: Readonly<Record<string, Setting>>
  /** The empty text: it was never entered. */
  secret(name: string): string
  /** Posts JSON. Always answers, within ten seconds. */
  post(url: string, body: object): Promise<{ readonly status: number; readonly body: string }>
  now(): number
}

export interface NewCall {
  /** Ours; unique among all calls of the line. */
  readonly number: number
  /** Digits; empty: none was asked for, and the line has none. */
  readonly from: string
  readonly to: string
  readonly record: string
  /** By digit; empty: none. */
  readonly reactions: readonly CallReaction[]
  /** Where the vendor tells how the call ended, and what was pressed. Undefined: nobody reaches us. */
  readonly tellTo: { readonly status: string; readonly digit: string } | undefined
  /** Goes with what is told of digits. */
  readonly client: number | null
}

export type Started = { readonly started: true; readonly id: string } | { readonly started: false; readonly reason: string }

/** A call that has ended. */
export interface CallReport {
  readonly id: string
  readonly phone: string
  readonly outcome: 'answered' | 'no_answer' | 'canceled'
  /** The vendor's own word. */
  readonly status: string
  /** Milliseconds UTC. */
  readonly answeredAt: number | null
  readonly finishedAt: number | null
  readonly seconds: number
  readonly cost: string
  /** Empty: none was pressed. */
  readonly digit: string
}

export interface DigitReport {
  readonly id: string
  readonly digit: string
  /** Empty: it was not told. */
  readonly phone: string
  readonly client: number | null
}

export interface LineCheck {
  readonly ok: boolean
  readonly reason: string
  readonly facts: Readonly<Record<string, string>>
}

/** A vendor of calls (telephony, section 5): one file, and a line in `all.ts`. None of these throws. */
export interface TelephonyProvider {
  /** Of the connection (`connectionKinds`). */
  readonly kind: string
  check(line: Line): Promise<LineCheck>
  create(line: Line, call: NewCall): Promise<Started>
  /** How long after its beginning a call is asked for, for as long as nothing was told of it. */
  looks(line: Pick<Line, 'settings'>): readonly number[]
  /** Those of these calls that have ended. */
  look(
    line: Line,
    calls: readonly { readonly id: string; readonly phone: string; readonly createdAt: number }[],
  ): Promise<readonly CallReport[]>
  /** What the vendor tells by himself: nothing of garbage. Without them he never does. */
  readonly told?: {
    status(body: unknown): readonly CallReport[]
    digit(body: unknown): DigitReport | undefined
  }
}
