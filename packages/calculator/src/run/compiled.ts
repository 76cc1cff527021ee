import type { Expression, Span } from '../syntax/ast.ts'
import { ScriptError } from '../errors.ts'
import type { Value } from '../values.ts'
import type { Code } from './run.ts'

export interface Compiled {
  readonly code: Code
  /** The value, when it depends on nothing. */
  readonly constant?: Value
}

/** Where an operation stands, with the operands that a report may name. */
export interface Site extends Span {
  readonly left?: Expression
  readonly right?: Expression
}

export function constantly(constant: Value): Compiled {
  return { code: () => constant, constant }
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
