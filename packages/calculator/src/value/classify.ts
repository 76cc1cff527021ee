import { parseDate, parseDateTime, parseTime } from '../moment/parse-moment.ts'
import type { Classified, Dict, Kind, Value, ValueArray } from '../values.ts'
import { isArray, isDict } from './json.ts'
import { isWhite, readNumber } from './numbers.ts'
import { parseJson } from './parse-json.ts'

/**
 * What a value is (section 2): scalars are judged by their text, in this order: the texts `None`, `True`, `False`; JSON arrays and dicts;
 * numeric text; date; time; date-time; text. Never throws; one look at the first character decides for most texts.
 */
export function classify(value: Value): Classified {
  if (typeof value === 'string') return classifyText(value)
  if (typeof value === 'number' || typeof value === 'bigint') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (value === null) return none
  return isDict(value) ? { kind: 'dict', value } : { kind: 'array', value }
}

export function kindOf(value: Value): Kind {
  return classify(value).kind
}

/** None itself and the text `None`. */
export function isNone(value: Value): boolean {
  return value === null || value === 'None'
}

/** The array that a value is, or that its text holds as JSON. */
export function asArray(value: Value): ValueArray | undefined {
  if (typeof value !== 'string') return isArray(value) ? value : undefined
  const container = value.charCodeAt(0) === openBracket ? jsonContainer(value) : undefined
  return container !== undefined && isArray(container) ? container : undefined
}

/** The dict that a value is, or that its text holds as JSON. */
export function asDict(value: Value): Dict | undefined {
  if (typeof value !== 'string') return isDict(value) ? value : undefined
  const container = value.charCodeAt(0) === openBrace ? jsonContainer(value) : undefined
  return container !== undefined && isDict(container) ? container : undefined
}

/**
 * True when a text can only be text, judged by its first character: no number, moment, container or `None`, `True`, `False` begins so.
 * False says nothing.
 */
export function isPlainText(text: string): boolean {
  if (text === '') return true
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return false
  if (code >= 128) return !isWhite(code)
  return !(code === 45 || code === 78 || code === 84 || code === 70 || code === openBracket || code === openBrace || isWhite(code))
}

type ClassifiedMoment = Extract<Classified, { kind: 'date' | 'time' | 'datetime' }>

export function isMoment(classified: Classified): classified is ClassifiedMoment {
  return classified.kind === 'date' || classified.kind === 'time' || classified.kind === 'datetime'
}

const none: Classified = { kind: 'none', value: null }
const yes: Classified = { kind: 'boolean', value: true }
const no: Classified = { kind: 'boolean', value: false }
const openBracket = 91
const openBrace = 123

function classifyText(text: string): Classified {
  const first = text.charCodeAt(0)
  if (isPlainText(text)) return { kind: 'text', value: text }
  if (first === openBracket || first === openBrace) return classifyJson(text)
  if (text === 'None') return none
  if (text === 'True') return yes
  if (text === 'False') return no
  const number = readNumber(text)
  if (number !== undefined) return { kind: 'number', value: number }
  return (first >= 48 && first <= 57 && classifyMoment(text)) || { kind: 'text', value: text }
}

function classifyJson(text: string): Classified {
  const container = jsonContainer(text)
  if (container === undefined) return { kind: 'text', value: text }
  return isDict(container) ? { kind: 'dict', value: container } : { kind: 'array', value: container }
}

function classifyMoment(text: string): Classified | undefined {
  const date = parseDate(text)
  if (date) return { kind: 'date', value: date }
  const time = parseTime(text)
  if (time) return { kind: 'time', value: time }
  const both = parseDateTime(text)
  return both && { kind: 'datetime', value: both }
}

/** A script reads the same stored text again and again (`basket["a"]`, `basket["b"]`); values are immutable, so they can be shared. */
const recent = new Map<string, ValueArray | Dict>()
const mostRecent = 64
const longestRecent = 20_000

function jsonContainer(text: string): ValueArray | Dict | undefined {
  const known = recent.get(text)
  if (known !== undefined) return known
  const parsed = parseJson(text)
  if (parsed === undefined || parsed === null || typeof parsed !== 'object') return undefined
  if (text.length <= longestRecent) {
    if (recent.size >= mostRecent) recent.clear()
    recent.set(text, parsed)
  }
  return parsed
}
