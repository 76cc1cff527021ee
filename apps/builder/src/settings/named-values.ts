import { isName, isReservedName } from '@voronka/calculator'
import type { NamedValue } from '@voronka/flow'

export const mostConstants = 50
export const longestName = 100
export const longestValue = 5000

export type NameFault = 'empty' | 'bad' | 'reserved' | 'twice' | 'long'
export type ValueFault = 'long' | 'substitution'

/** What is wrong with a name beside `others`; undefined: nothing. Names are one word, case-sensitive (builder-and-runtime, section 13). */
export function nameFault(name: string, others: readonly NamedValue[]): NameFault | undefined {
  if (!name) return 'empty'
  if (name.length > longestName) return 'long'
  if (!isName(name)) return 'bad'
  if (isReservedName(name)) return 'reserved'
  return others.some((other) => other.name === name) ? 'twice' : undefined
}

/** Values of constants are plain text: `#{}` in them stays as it is written. */
export function valueFault(value: string): ValueFault | undefined {
  if (value.length > longestValue) return 'long'
  return value.includes('#{') ? 'substitution' : undefined
}

/** The list with one entry changed, taken out, or put in at a place. */
export const withChanged = (list: readonly NamedValue[], index: number, fields: Partial<NamedValue>): NamedValue[] =>
  list.map((entry, at) => (at === index ? { ...entry, ...fields } : entry))

export const without = (list: readonly NamedValue[], index: number): NamedValue[] => list.filter((_, at) => at !== index)
