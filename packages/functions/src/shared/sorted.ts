import { classify, compareText, toText, type Value } from '@voronka/calculator'

/**
 * Items in the order of their sort value: as numbers when all values are numeric, otherwise all by their text, code point by code point.
 * Equal ones keep their order, descending too. The source is not changed.
 */
export function sorted<T>(items: readonly T[], valueOf: (item: T) => Value, descending: boolean): T[] {
  const direction = descending ? -1 : 1
  const numbered = withNumbers(items, valueOf)
  const ordered = numbered
    ? numbered.sort((a, b) => direction * (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    : items.map((item) => ({ item, by: toText(valueOf(item)) })).sort((a, b) => direction * compareText(a.by, b.by))
  return ordered.map(({ item }) => item)
}

/** Undefined when not all values are numeric. */
function withNumbers<T>(items: readonly T[], valueOf: (item: T) => Value): { item: T; by: number | bigint }[] | undefined {
  const numbered: { item: T; by: number | bigint }[] = []
  for (const item of items) {
    const classified = classify(valueOf(item))
    if (classified.kind !== 'number') return undefined
    numbered.push({ item, by: classified.value })
  }
  return numbered
}
