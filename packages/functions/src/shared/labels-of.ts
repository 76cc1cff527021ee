import { asArray, toNumber, toText, type Value } from '@voronka/calculator'
import type { MaybePromise, Ports } from '../ports.ts'
import { onceKnown } from './once-known.ts'

/** What functions over several labels answer when numbers and names are mixed (crm-and-tasks, section 10). */
export const wrongLabels = 'wrong labels array'

type Found = readonly (number | undefined)[]

/** Numbers of the labels that an array names, by number or by name and never both; undefined where there is no such label, or as a whole. */
export function labelsOf(given: Value, byName: boolean, { labels }: Ports): MaybePromise<Found> | undefined {
  const items = asArray(given)
  if (!items?.length) return undefined
  const numbers = items.map((each) => (each === '' ? undefined : toNumber(each)))
  if (byName) return numbers.some((each) => each !== undefined) ? undefined : findAll(items.map(toText), labels)
  return numbers.every((each) => each !== undefined) ? numbers : undefined
}

function findAll([first, ...others]: readonly string[], labels: Ports['labels']): MaybePromise<Found> {
  if (first === undefined) return []
  return onceKnown(labels.find(first.trim()), (label) => onceKnown(findAll(others, labels), (rest) => [label, ...rest]))
}
