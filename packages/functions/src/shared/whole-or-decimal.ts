import { toNumber, type Value } from '@voronka/calculator'

/**
 * The text of the number that a value of `int` or `float` means, without a leading plus: `"+5"` is 5 there, although nowhere else.
 * Undefined: it is no number.
 */
export function withoutPlus(value: Value): Value | undefined {
  const plain = typeof value === 'string' && /^\s*\+\d/.test(value) ? value.replace('+', '') : value
  return toNumber(plain) === undefined ? undefined : plain
}
