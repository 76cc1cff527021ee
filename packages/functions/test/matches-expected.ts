import { asArray, asDict, equal, fromPlain, isNone, kindOf, toNumber, toText, type Value } from '@voronka/calculator'
import type { Expected } from '../src/index.ts'

/** Does a value match what a conformance case or an example expects? The rules of calculator-language, section 15. */
export function matchesExpected(expected: Expected, actual: Value | undefined): boolean {
  const value = actual ?? null
  if (expected === null) return isNone(value) || value === ''
  if (typeof expected === 'boolean') return value === expected || value === (expected ? 'True' : 'False')
  if (typeof expected === 'number') return kindOf(value) === 'number' && near(toNumber(value), expected)
  if (typeof expected === 'string') return toText(value) === expected
  const container = Array.isArray(expected) ? asArray(value) : asDict(value)
  return container !== undefined && equal(container, fromPlain(expected))
}

function near(actual: number | undefined, expected: number): boolean {
  return actual !== undefined && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
}
