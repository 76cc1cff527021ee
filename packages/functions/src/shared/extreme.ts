import { asArray, ScriptError, toText, type Value } from '@voronka/calculator'
import { exactNumber } from './exact-number.ts'

/**
 * The value that wins against all others, of the arguments or of the one array that they are. Undefined for an empty array; throws
 * `wrong-argument` for what is not a number.
 */
export function extreme(
  functionName: string,
  values: readonly Value[],
  wins: (a: number | bigint, b: number | bigint) => boolean,
): number | bigint | undefined {
  const [only = null] = values
  const candidates = values.length === 1 ? (asArray(only) ?? values) : values
  let best: number | bigint | undefined
  for (const candidate of candidates) {
    const number = exactNumber(candidate)
    if (number === undefined) throw notNumeric(functionName, candidate)
    if (best === undefined || wins(number, best)) best = number
  }
  return best
}

function notNumeric(functionName: string, value: Value): ScriptError {
  return new ScriptError('wrong-argument', {
    function: functionName,
    parameter: 'values',
    expected: 'number',
    value: toText(value).slice(0, 60),
  })
}
