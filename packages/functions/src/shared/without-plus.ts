import { toNumber, type Value } from '@voronka/calculator'

/**
 * What `int` and `float` take for a number, without the leading plus that a text may have there, although nowhere else.
 * Undefined: it is no number.
 */
export function withoutPlus(value: Value): Value | undefined {
  const plain = typeof value === 'string' && /^\s*\+\d/.test(value) ? value.replace('+', '') : value
  return toNumber(plain) === undefined ? undefined : plain
}
