/**
 * Index of the element that a key means, or undefined when there is none: a whole number as a number or as text, negative ones counted
 * from the end (calculator-language, section 9).
 */
export function elementIndex(key: string, size: number): number | undefined {
  if (!/^\s*-?\d{1,15}\s*$/.test(key)) return undefined
  const index = Number(key)
  const fromStart = index < 0 ? size + index : index
  return fromStart >= 0 && fromStart < size ? fromStart : undefined
}
