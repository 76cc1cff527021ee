import { classify, toNumber, type Value } from '@voronka/calculator'

/** The number that a value means (booleans are 1 and 0), whole numbers of more than 15 digits with every digit; undefined when it is none. */
export function exactNumber(value: Value): number | bigint | undefined {
  if (typeof value === 'number') return value
  const classified = classify(value)
  return classified.kind === 'number' ? classified.value : toNumber(value)
}
