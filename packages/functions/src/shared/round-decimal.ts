import { numberText } from '@voronka/calculator'

/**
 * Rounds to a count of decimal places (negative: to tens, hundreds...). Halves go away from zero, and what counts is the shortest decimal text
 * of the number: 1.005 to two places is 1.01, although the double behind it lies a little below (functions.json, `round`).
 */
export function roundDecimal(number: number, digits: number): number {
  if (digits === 0) return Math.sign(number) * Math.round(Math.abs(number))
  if (Number.isInteger(number) && digits > 0) return number
  return quick(number, digits) ?? onText(number, digits)
}

/** Powers of ten that a double holds exactly. */
const powers = Array.from({ length: 16 }, (_, power) => 10 ** power)
const safelyScaled = 1e9
const nearHalf = 1e-4

/** By arithmetic, where the scaled number is small and far enough from a half that its error cannot matter; otherwise undefined. */
function quick(number: number, digits: number): number | undefined {
  const power = powers[digits]
  if (power === undefined) return undefined
  const scaled = Math.abs(number) * power
  if (!(scaled < safelyScaled) || Math.abs(scaled - Math.floor(scaled) - 0.5) < nearHalf) return undefined
  return (Math.sign(number) * Math.round(scaled)) / power
}

function onText(number: number, digits: number): number {
  const [whole = '', fraction = ''] = numberText(Math.abs(number)).split('.')
  const all = whole + fraction
  const keep = whole.length + digits
  if (keep >= all.length) return number
  if (keep < 0) return 0
  const up = all.charCodeAt(keep) >= halfDigit ? 1n : 0n
  const kept = BigInt(all.slice(0, keep) || '0') + up
  return Math.sign(number) * Number(`${kept}e${-digits}`)
}

/** Character code of `5`. */
const halfDigit = 53
