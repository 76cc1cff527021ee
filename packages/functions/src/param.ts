import type { Dict, Moment, ParamType, Value, ValueArray } from '@voronka/calculator'
import type { Words } from './words.ts'

/** Types of parameters, and what `run` receives for each. */
export interface Kinds {
  any: Value
  text: string
  number: number
  /** Like number, but whole numbers of more than 15 digits keep every digit. */
  exact: number | bigint
  /** A fraction is cut off. */
  integer: number
  /** A whole number above 0: a client, a block. */
  id: number
  boolean: boolean
  array: ValueArray
  dict: Dict
  container: ValueArray | Dict
  date: Moment
  time: Moment
  /** Key of a dict or index of an array: 2 and "2" are the same. */
  key: string
}

export type Kind = keyof Kinds

type ParamOf<K extends Kind> = {
  readonly name: string
  readonly type: K
  readonly about: Words
  readonly optional?: boolean
  /** What a skipped argument stands for; without it `run` gets undefined. */
  readonly default?: Kinds[K]
  /** The last parameter only: one or more arguments, which `run` gets as an array. */
  readonly variadic?: boolean
  /** An optional argument that is there but empty (`''`, None) reaches `run` as it is, instead of counting as skipped. */
  readonly keepsBlank?: boolean
  /** What help shows as the type or as the default, where the function judges the value itself. */
  readonly shown?: { readonly type?: string; readonly default?: string }
}

export type Param = { [K in Kind]: ParamOf<K> }[Kind]

/** For the checks of the language, which know only the types of its contract, and for help, which says more. */
export const kinds: Readonly<Record<Kind, { readonly type: ParamType; readonly shown: string }>> = {
  any: { type: 'any', shown: 'any' },
  text: { type: 'text', shown: 'text' },
  number: { type: 'number', shown: 'number' },
  exact: { type: 'number', shown: 'number' },
  integer: { type: 'integer', shown: 'integer' },
  id: { type: 'integer', shown: 'integer' },
  boolean: { type: 'boolean', shown: 'boolean' },
  array: { type: 'array', shown: 'array' },
  dict: { type: 'dict', shown: 'dict' },
  container: { type: 'container', shown: 'array|dict' },
  date: { type: 'text', shown: 'date' },
  time: { type: 'text', shown: 'time' },
  key: { type: 'text', shown: 'text|integer' },
}
