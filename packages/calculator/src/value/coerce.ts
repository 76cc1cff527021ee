import type { Value } from '../values.ts'
import { isDict, writeJson } from './json.ts'
import { isWhite, numberText, readNumber } from './numbers.ts'

/** Text of a value (section 2): what concatenation, substitution and text parameters of functions see. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'bigint' ? String(value) : writeJson(value)
}

/** Numbers, numeric text, and booleans as 1 and 0; undefined for everything else, and for what no double can hold. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint') return finite(value)
  if (typeof value !== 'string') return undefined
  if (value === 'True') return 1
  if (value === 'False') return 0
  const read = readNumber(value)
  return typeof read === 'bigint' ? finite(read) : read
}

/** False: none, `False`, 0, the empty text, an empty array or dict, and the texts that mean these. Everything else is true (section 2). */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return truthOfText(value)
  if (value === null) return false
  if (typeof value === 'bigint') return value !== 0n
  return isDict(value) ? value.size > 0 : value.length > 0
}

function truthOfText(text: string): boolean {
  const first = text.charCodeAt(0)
  if (text === '' || text === 'None' || text === 'False') return false
  if (first === 91) return !isEmptyPair(text, 93)
  if (first === 123) return !isEmptyPair(text, 125)
  if (first === 48 || first === 45 || isWhite(first)) {
    const number = readNumber(text)
    return number === undefined || Number(number) !== 0
  }
  return true
}

/** `[]`, `[ ]`, `{\n}` and so on: empty containers written out. */
function isEmptyPair(text: string, close: number): boolean {
  let at = 1
  while (isJsonWhite(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) !== close) return false
  at++
  while (isJsonWhite(text.charCodeAt(at))) at++
  return at === text.length
}

function isJsonWhite(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

function finite(exact: bigint): number | undefined {
  const double = Number(exact)
  return Number.isFinite(double) ? double : undefined
}
