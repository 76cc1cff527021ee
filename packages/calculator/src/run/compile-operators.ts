import { checkTextLength } from '../limits.ts'
import type { ChainLevel, ChainLink, ComparisonOperator, Expression } from '../syntax/ast.ts'
import { truth } from '../value/coerce.ts'
import { compare, equal } from '../value/compare.ts'
import type { Value } from '../values.ts'
import { folded, type Compiled, type Piece, type Site } from './compiled.ts'
import { add, divide, multiply, remainder, subtract, textOf } from './operators.ts'
import type { Code, Run } from './run.ts'

type Binary = (a: Value, b: Value) => Value

/** What an arithmetic operator does in general, and the code for one place where it stands. */
interface ArithmeticOperator {
  readonly apply: Binary
  readonly code: (left: Code, right: Code, site: Site) => Code
}

// The code of each operator is spelled out: numbers are met most, and the engine makes the best of a sum that it can see. A difference
// of a result with itself is 0 exactly when the result is a finite number.
const arithmetic: ReadonlyMap<string, ArithmeticOperator> = new Map<string, ArithmeticOperator>([
  [
    '+',
    {
      apply: add,
      code: (left, right, site) => (run) => {
        const a = left(run)
        const b = right(run)
        if (typeof a === 'number' && typeof b === 'number') {
          const sum = a + b
          if (sum - sum === 0) return sum
        }
        run.work(site)
        return add(a, b)
      },
    },
  ],
  [
    '-',
    {
      apply: subtract,
      code: (left, right, site) => (run) => {
        const a = left(run)
        const b = right(run)
        if (typeof a === 'number' && typeof b === 'number') {
          const difference = a - b
          if (difference - difference === 0) return difference
        }
        run.work(site)
        return subtract(a, b)
      },
    },
  ],
  [
    '*',
    {
      apply: multiply,
      code: (left, right, site) => (run) => {
        const a = left(run)
        const b = right(run)
        if (typeof a === 'number' && typeof b === 'number') {
          const product = a * b
          if (product - product === 0) return product
        }
        run.work(site)
        return multiply(a, b)
      },
    },
  ],
  [
    '/',
    {
      apply: divide,
      code: (left, right, site) => (run) => {
        const a = left(run)
        const b = right(run)
        if (typeof a === 'number' && typeof b === 'number') {
          const quotient = a / b
          if (quotient - quotient === 0) return quotient
        }
        run.work(site)
        return divide(a, b)
      },
    },
  ],
  ['%', { apply: remainder, code: siteCode(remainder) }],
])

/** Longer rows of operators are worked through in a loop, so that they cannot exhaust the stack. */
const longestNest = 32

/** `a + b - c`, `a * b / c`. */
export function compileArithmetic(first: Expression, rest: readonly ChainLink[], compiled: (node: Expression) => Compiled): Compiled {
  if (rest.length > longestNest) return { code: arithmeticLoop(first, rest, compiled) }
  let left = compiled(first)
  let before: Expression | undefined = first
  for (const { operator, operand } of rest) {
    const { apply, code } = arithmeticNamed(operator)
    const right = compiled(operand)
    const site: Site = { from: first.from, to: operand.to, left: before, right: operand }
    left =
      folded([left, right], (a = null, b = null) => apply(a, b)) ??
      (operator === '+' && (left.plainText || right.plainText)
        ? compileConcatenation(left, right)
        : { code: code(left.code, right.code, site) })
    before = undefined
  }
  return left
}

/** One side is plain text, so there is nothing to decide; and what begins with plain text that is not empty remains plain text. */
function compileConcatenation(left: Compiled, right: Compiled): Compiled {
  const pieces = [...(left.pieces ?? [pieceOf(left)]), pieceOf(right)]
  const code = concatenated(pieces)
  return left.plainText === true && left.constant !== '' ? { code, plainText: true, pieces } : { code }
}

function pieceOf({ code, constant }: Compiled): Piece {
  return constant === undefined ? code : textOf(constant)
}

function concatenated(pieces: readonly Piece[]): Code {
  return (run) => {
    run.step()
    let text = ''
    for (const piece of pieces) text += typeof piece === 'string' ? piece : textOf(piece(run))
    checkTextLength(text.length)
    return text
  }
}

function arithmeticLoop(first: Expression, rest: readonly ChainLink[], compiled: (node: Expression) => Compiled): Code {
  const start = compiled(first).code
  const steps = rest.map(({ operator, operand }) => ({
    apply: arithmeticNamed(operator).apply,
    right: compiled(operand).code,
    site: { from: first.from, to: operand.to, right: operand },
  }))
  return (run) => {
    let value = start(run)
    for (const { apply, right, site } of steps) {
      const operand = right(run)
      run.work(site)
      value = apply(value, operand)
    }
    return value
  }
}

function arithmeticNamed(operator: string): ArithmeticOperator {
  const found = arithmetic.get(operator)
  if (!found) throw new Error(`${operator} is no arithmetic operator`)
  return found
}

/** `and` and `or` answer with a boolean, and evaluate no more than they need (section 7.7). */
export function compileLogic(level: Extract<ChainLevel, 'and' | 'or'>, operands: readonly Code[]): Code {
  const [left, right] = operands
  if (operands.length === 2 && left && right) {
    return level === 'and' ? (run) => truth(left(run)) && truth(right(run)) : (run) => truth(left(run)) || truth(right(run))
  }
  const decisive = level === 'or'
  return (run) => {
    for (const operand of operands) if (truth(operand(run)) === decisive) return decisive
    return !decisive
  }
}

const comparisons: Readonly<Record<ComparisonOperator, (left: Code, right: Code) => Code>> = {
  '==': (left, right) => (run) => same(run, left(run), right(run)),
  '!=': (left, right) => (run) => !same(run, left(run), right(run)),
  '>': (left, right) => (run) => {
    const a = left(run)
    const b = right(run)
    return typeof a === 'number' && typeof b === 'number' ? a > b : order(run, a, b) === 1
  },
  '<': (left, right) => (run) => {
    const a = left(run)
    const b = right(run)
    return typeof a === 'number' && typeof b === 'number' ? a < b : order(run, a, b) === -1
  },
  '>=': (left, right) => (run) => {
    const a = left(run)
    const b = right(run)
    return typeof a === 'number' && typeof b === 'number' ? a >= b : (order(run, a, b) ?? -1) >= 0
  },
  '<=': (left, right) => (run) => {
    const a = left(run)
    const b = right(run)
    return typeof a === 'number' && typeof b === 'number' ? a <= b : (order(run, a, b) ?? 1) <= 0
  },
}

function same(run: Run, a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b
  run.step()
  return equal(a, b)
}

function order(run: Run, a: Value, b: Value): ReturnType<typeof compare> {
  run.step()
  return compare(a, b)
}

export function compileComparison(operator: ComparisonOperator, left: Compiled, right: Compiled): Compiled {
  const code = comparisons[operator](left.code, right.code)
  const { constant: number } = right
  return typeof number === 'number' && left.variable !== undefined
    ? { code, test: { variable: left.variable, operator, number } }
    : { code }
}

export function compileUnary(operand: Compiled, apply: (value: Value) => Value, site: Site): Compiled {
  const { code } = operand
  return (
    folded([operand], (value = null) => apply(value)) ?? {
      code: (run) => {
        const value = code(run)
        run.work(site)
        return apply(value)
      },
    }
  )
}

export function compileBinary(left: Compiled, right: Compiled, apply: Binary, site: Site): Compiled {
  return folded([left, right], (a = null, b = null) => apply(a, b)) ?? { code: siteCode(apply)(left.code, right.code, site) }
}

function siteCode(apply: Binary): ArithmeticOperator['code'] {
  return (left, right, site) => (run) => {
    const a = left(run)
    const b = right(run)
    run.work(site)
    return apply(a, b)
  }
}
