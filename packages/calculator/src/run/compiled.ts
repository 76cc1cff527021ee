import type { Expression, Span } from '../syntax/ast.ts'
import { ScriptError } from '../errors.ts'
import { isPlainText } from '../value/classify.ts'
import type { Value } from '../values.ts'
import type { Arms, NumberTest } from './choice.ts'
import type { Code } from './run.ts'

export interface Compiled {
  readonly code: Code
  /** The value, when it depends on nothing. */
  readonly constant?: Value
  /** The value is always a text that cannot mean anything else, so that adding to it is concatenation. */
  readonly plainText?: boolean
  /** For a concatenation that begins with plain text: what it consists of, so that more can be joined to it. */
  readonly pieces?: readonly Piece[]
  /** For `if` and its like. */
  readonly arms?: Arms
  readonly test?: NumberTest
  /** For an unreserved variable without scope prefix: its name. */
  readonly variable?: string
}

/** A part of a text that is put together: always the same, or computed. */
export type Piece = string | Code

/** Where an operation stands, with the operands that a report may name. */
export interface Site extends Span {
  readonly left?: Expression
  readonly right?: Expression
}

export function constantly(constant: Value): Compiled {
  return { code: () => constant, constant, plainText: typeof constant === 'string' && isPlainText(constant) }
}

/** The operation on constants, done now; undefined when it is not on constants or has no value (then it fails when it runs). */
export function folded(operands: readonly Compiled[], operation: (...values: Value[]) => Value): Compiled | undefined {
  const values: Value[] = []
  for (const { constant } of operands) {
    if (constant === undefined) return undefined
    values.push(constant)
  }
  try {
    return constantly(operation(...values))
  } catch (error) {
    if (error instanceof ScriptError) return undefined
    throw error
  }
}
