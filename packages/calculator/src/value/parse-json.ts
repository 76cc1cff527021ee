import { limits } from '../limits.ts'
import type { Value } from '../values.ts'
import { readNumber } from './numbers.ts'
import { wellFormed } from './text-units.ts'

/**
 * Reads JSON with a reader of our own: objects keep the order of their keys and have no prototype, whole numbers of more than 15 digits
 * stay exact. Undefined when the text is not valid JSON, nests deeper than 200, or holds a number that no double can.
 * Equal keys: the last value counts, in the place of the first. Lone surrogates become U+FFFD.
 */
export function parseJson(text: string): Value | undefined {
  const reader: Reader = { text, at: 0 }
  skipWhite(reader)
  const value = readValue(reader, 0)
  skipWhite(reader)
  return reader.at === text.length ? value : undefined
}

interface Reader {
  readonly text: string
  at: number
}

function readValue(reader: Reader, depth: number): Value | undefined {
  const code = reader.text.charCodeAt(reader.at)
  if (code === quote) return readText(reader)
  if (code === openBracket) return depth < limits.nesting ? readArray(reader, depth + 1) : undefined
  if (code === openBrace) return depth < limits.nesting ? readDict(reader, depth + 1) : undefined
  if (code === 45 || (code >= 48 && code <= 57)) return readJsonNumber(reader)
  for (const [word, value] of words) {
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length
      return value
    }
  }
  return undefined
}

const words: readonly (readonly [string, Value])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

function readArray(reader: Reader, depth: number): Value | undefined {
  const elements: Value[] = []
  reader.at++
  skipWhite(reader)
  if (skip(reader, closeBracket)) return elements
  while (true) {
    skipWhite(reader)
    const element = readValue(reader, depth)
    if (element === undefined) return undefined
    elements.push(element)
    skipWhite(reader)
    if (skip(reader, closeBracket)) return elements
    if (!skip(reader, comma)) return undefined
  }
}

function readDict(reader: Reader, depth: number): Value | undefined {
  const dict = new Map<string, Value>()
  reader.at++
  skipWhite(reader)
  if (skip(reader, closeBrace)) return dict
  while (true) {
    skipWhite(reader)
    const key = reader.text.charCodeAt(reader.at) === quote ? readText(reader) : undefined
    skipWhite(reader)
    if (key === undefined || !skip(reader, colon)) return undefined
    skipWhite(reader)
    const value = readValue(reader, depth)
    if (value === undefined) return undefined
    dict.set(key, value)
    skipWhite(reader)
    if (skip(reader, closeBrace)) return dict
    if (!skip(reader, comma)) return undefined
  }
}

function readText(reader: Reader): string | undefined {
  const { text } = reader
  const from = reader.at + 1
  let at = from
  let plain = true
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) break
    if (!(code >= 32)) return undefined
    if (code === backslash) {
      plain = false
      at++
    } else if (code >= 0xd800 && code <= 0xdfff) plain = false
  }
  reader.at = at + 1
  return plain ? text.slice(from, at) : unescaped(text.slice(from - 1, at + 1))
}

/** The literal has no line feeds and ends where it should, so only a wrong escape can make the platform's own reader refuse. */
function unescaped(literal: string): string | undefined {
  try {
    const read: unknown = JSON.parse(literal)
    return typeof read === 'string' ? wellFormed(read) : undefined
  } catch {
    return undefined
  }
}

const numberShape = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y

function readJsonNumber(reader: Reader): number | bigint | undefined {
  numberShape.lastIndex = reader.at
  const [literal] = numberShape.exec(reader.text) ?? []
  if (literal === undefined) return undefined
  reader.at += literal.length
  const plain = readNumber(literal)
  if (plain !== undefined) return plain
  const read = Number(literal)
  return Number.isFinite(read) ? read : undefined
}

function skipWhite(reader: Reader): void {
  let code = reader.text.charCodeAt(reader.at)
  while (code === 32 || code === 10 || code === 13 || code === 9) code = reader.text.charCodeAt(++reader.at)
}

function skip(reader: Reader, code: number): boolean {
  if (reader.text.charCodeAt(reader.at) !== code) return false
  reader.at++
  return true
}

const quote = 34
const comma = 44
const colon = 58
const openBracket = 91
const backslash = 92
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
