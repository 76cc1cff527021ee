import type { FunctionSignature, ParamSignature } from '@voronka/calculator'
import { kinds, type Param } from './param.ts'
import type { Words } from './words.ts'

export type Category =
  | 'control'
  | 'math'
  | 'string'
  | 'encoding'
  | 'array'
  | 'dict'
  | 'date'
  | 'column-letters'
  | 'client'
  | 'order'
  | 'operator'
  | 'messaging'
  | 'task'
  | 'lists'
  | 'labels'
  | 'requests'
  | 'booking'
  | 'telegram'
  | 'telephony'
  | 'payments'

/** Plain JSON that an answer is compared with by the rules of calculator-language, section 15. */
export type Expected = null | boolean | number | string | readonly Expected[] | { readonly [key: string]: Expected }

interface ExampleSetting {
  /** Calculator script, one statement a line; what the last line gives is the result. */
  readonly script: string
  /** ISO moment with its offset, where the answer depends on the clock. The zone of all examples is Europe/Moscow. */
  readonly now?: string
}

/** Shown in help, and run by the tests, so that help never lies. */
export type Example = ExampleSetting & ({ readonly gives: Expected } | { readonly givesOneOf: readonly Expected[] })

/** How a function describes itself in its file. */
export interface Documentation<Ps extends readonly Param[]> {
  readonly name: string
  /** Other spellings of the same function. */
  readonly aliases?: readonly string[]
  readonly category: Category
  readonly params: Ps
  readonly returns: string
  /** What it does, for a person who has never programmed. */
  readonly help: Words
  /** What comes out when it cannot answer. */
  readonly onError?: Words
  readonly examples: readonly Example[]
}

export interface ParamDocs extends ParamSignature {
  readonly about: Words
  /** As help writes it: `date`, `array|dict`, ... */
  readonly shownType: string
  /** What a skipped argument stands for; null: nothing. */
  readonly shownDefault: string | number | boolean | null
}

/** The description as everybody else reads it: nothing left out, types of the contract beside those shown. */
export interface FunctionDocs extends FunctionSignature {
  readonly category: Category
  readonly params: readonly ParamDocs[]
  readonly returns: string
  readonly help: Words
  readonly onError: Words | undefined
  readonly examples: readonly Example[]
}

export function documented(definition: Documentation<readonly Param[]>): FunctionDocs {
  const { name, aliases = [], category, params, returns, help, onError, examples } = definition
  return { name, aliases, category, params: params.map(paramDocs), returns, help, onError, examples }
}

function paramDocs({ name, type, optional = false, variadic = false, about, shown, default: preset }: Param): ParamDocs {
  const shownDefault = shown?.default ?? (typeof preset === 'object' || typeof preset === 'bigint' ? undefined : preset) ?? null
  return { name, type: kinds[type].type, optional, variadic, about, shownType: shown?.type ?? kinds[type].shown, shownDefault }
}
