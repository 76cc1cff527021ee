import { asArray, toNumber, type Value } from '@voronka/calculator'

/** Numbers of lists, blocks...: one, or an array of them, also as JSON text (crm-and-tasks, section 1). Undefined: it is nothing of the kind. */
export function numbersOf(given: Value): number[] | undefined {
  const numbers = (asArray(given) ?? [given]).map((each) => (each === '' ? undefined : toNumber(each)))
  return numbers.every((each) => each !== undefined && Number.isSafeInteger(each) && each > 0) ? numbers.map(Number) : undefined
}
