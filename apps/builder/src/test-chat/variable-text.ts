import { fromPlain, toText } from '@voronka/calculator'

/** A value of the wire as the calculator writes it: `True`, `None`, `[1,"б"]`. */
export function variableText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : toText(fromPlain(value))
}
