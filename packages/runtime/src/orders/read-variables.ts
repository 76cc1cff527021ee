import { isDict, parseJson, type Dict } from '@voronka/calculator'

/** The variables of an order as `writeJson` wrote them. */
export function readVariables(text: string): Dict {
  const value = parseJson(text)
  return value !== undefined && isDict(value) ? value : new Map()
}
