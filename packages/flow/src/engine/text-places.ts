import { isArray, isDict, isNone, toText, wellFormed, writeJson, type Insert, type Value } from '@voronka/calculator'
import { percentEncoded } from '@voronka/functions'

/**
 * Where a text stands that somebody else reads. A value that is put in stays a value there: what a client wrote never becomes a part of the
 * structure (reliability-promises, P6.7; http-api, section 10).
 */
export type TextPlace = 'url' | 'json' | 'form' | 'header'

export const inserts: Readonly<Record<TextPlace, Insert>> = {
  /** What the address begins with is (a part of) an address; everything behind it is percent-encoded. */
  url: (before) =>
    before.length === 1 && before[0]?.trim() === '' ? (value) => plain(value).trim() : (value) => percentEncoded(plain(value)),
  json: (before) => (opensText(before) ? inJsonText : asJson),
  form: () => (value) => percentEncoded(plain(value)),
  /** A header is one line. */
  header: () => (value) => plain(value).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
}

const plain = (value: Value): string => (isNone(value) ? '' : wellFormed(toText(value)))

/** Between quotes: the value is a part of that text. */
const inJsonText = (value: Value): string => JSON.stringify(plain(value)).slice(1, -1)

/** On its own: a value of JSON. Numbers and truth values that are only text are what they say; any other text is a text. */
function asJson(value: Value): string {
  if (isNone(value)) return 'null'
  if (isArray(value) || isDict(value)) return writeJson(value)
  const text = plain(value)
  if (typeof value === 'boolean' || /^(true|false)$/i.test(text)) return text.toLowerCase()
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : JSON.stringify(text)
}

/** Is a text open after these pieces of JSON? Values between them are whole, or a part of it. */
function opensText(before: readonly string[]): boolean {
  let open = false
  for (const piece of before) {
    for (let at = 0; at < piece.length; at++) {
      if (open && piece[at] === '\\') at++
      else if (piece[at] === '"') open = !open
    }
  }
  return open
}
