import type { ComparisonOperator } from '../syntax/ast.ts'
import { truth } from '../value/coerce.ts'
import type { Value } from '../values.ts'
import type { Compiled } from './compiled.ts'
import type { Code, Run } from './run.ts'

/** The questions of an `if` and of every `if` in its last argument, in a row, and the answer when none of them holds. */
export interface Arms {
  readonly asked: readonly Arm[]
  readonly otherwise: Compiled
}

interface Arm {
  readonly condition: Code
  readonly test: NumberTest | undefined
  readonly code: Code
  readonly constant: Value | undefined
}

/** `quantity >= 100`: a variable beside a number, the usual question of an `if`. */
export interface NumberTest {
  readonly variable: string
  readonly operator: ComparisonOperator
  readonly number: number
}

/**
 * The code of a choice by truth. Ladders of `if(x >= 300, 55, if(x >= 200, 60, ...))` are what scripts are full of, so they are worked through
 * in a loop, and the usual question is answered without any call. Choosing is no work that would have to be counted: each choice is made at most
 * once for each place where it is written.
 */
export function compileChoice(condition: Compiled, yes: Compiled, no: Compiled): Compiled {
  const first: Arm = { condition: condition.code, test: condition.test, code: yes.code, constant: yes.constant }
  const asked = [first, ...(no.arms?.asked ?? [])]
  const otherwise = no.arms?.otherwise ?? no
  const { code: otherwiseCode, constant: otherwiseConstant } = otherwise
  const code: Code = (run) => {
    for (const arm of asked) {
      if (holds(arm, run)) return arm.constant === undefined ? arm.code(run) : arm.constant
    }
    return otherwiseConstant === undefined ? otherwiseCode(run) : otherwiseConstant
  }
  return { code, arms: { asked, otherwise } }
}

function holds({ condition, test }: Arm, run: Run): boolean {
  if (test !== undefined) {
    const value = run.order.get(test.variable)
    if (typeof value === 'number') return compareNumbers(value, test.operator, test.number)
  }
  const chosen = condition(run)
  return typeof chosen === 'boolean' ? chosen : truth(chosen)
}

function compareNumbers(a: number, operator: ComparisonOperator, b: number): boolean {
  if (operator === '>=') return a >= b
  if (operator === '<') return a < b
  if (operator === '>') return a > b
  if (operator === '<=') return a <= b
  return operator === '==' ? a === b : a !== b
}
