/**
 * The one value model of Voronka (calculator-language, section 2).
 *
 * A variable is untyped text to its author. Inside we keep what we already know: a sum stays a JavaScript number, an array stays an array.
 * That is invisible from outside, because the text of a value, read back, has the same kind and the same meaning.
 *
 * Values are immutable by convention: nothing changes an array or a Dict after it was handed out, so they may be shared freely.
 */
export type Value = null | boolean | number | bigint | string | ValueArray | Dict
export type ValueArray = readonly Value[]
/** A dict keeps insertion order and has no prototype: `__proto__` and `constructor` are ordinary keys. */
export type Dict = ReadonlyMap<string, Value>

export type Kind = 'none' | 'boolean' | 'number' | 'date' | 'time' | 'datetime' | 'array' | 'dict' | 'text'

/** A value together with what its text means: `'10.10.2021'` is a date, `'[1]'` an array, `' 18 '` a number. */
export type Classified =
  | { readonly kind: 'none'; readonly value: null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number | bigint }
  | { readonly kind: 'date' | 'time' | 'datetime'; readonly value: Moment }
  | { readonly kind: 'array'; readonly value: ValueArray }
  | { readonly kind: 'dict'; readonly value: Dict }
  | { readonly kind: 'text'; readonly value: string }

/** A wall-clock reading without a zone. Absent parts are 0; `seconds` says whether the text had them, so that it is written back alike. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly hasSeconds: boolean
}
