import { asDict, type Value } from '@voronka/calculator'

/** What is used of an element of a list: its field, when it is a dict and a field is named, otherwise the element itself. */
export function fieldOrSelf(element: Value, key: string | undefined): Value {
  const dict = key === undefined ? undefined : asDict(element)
  return dict && key !== undefined ? (dict.get(key) ?? null) : element
}
