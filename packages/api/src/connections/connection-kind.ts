/**
 * What a project can be connected to: a messenger, a telephone exchange, a payment service. What people enter for it is said here, as data, so that
 * the screen, the check of what is entered and the storage follow from one place. What it does stands in the runtime, under the same name.
 */
export interface ConnectionKind {
  /** Lower case with hyphens; part of addresses. */
  readonly kind: string
  readonly family: 'messenger' | 'telephony' | 'payments'
  /** At most one in a project; `family`: at most one of them all. */
  readonly single: boolean | 'family'
  readonly fields: readonly ConnectionField[]
}

export type ConnectionField = { readonly name: string; readonly required: boolean } & (
  | { readonly type: 'text'; readonly standard: string; readonly longest: number }
  /** An address that begins with http:// or https://; an empty one stands for the standard one. */
  | { readonly type: 'address'; readonly standard: string }
  | { readonly type: 'number'; readonly standard: number; readonly least: number; readonly most: number }
  | { readonly type: 'switch'; readonly standard: boolean }
  | { readonly type: 'choice'; readonly standard: string; readonly choices: readonly string[] }
  /** Sealed where it is stored, and never shown again (reliability-promises, P12.2). */
  | { readonly type: 'secret'; readonly longest: number }
)
