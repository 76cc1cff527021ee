import { dateNames } from './date-names.ts'

/** What a text said, directive by directive. */
export interface Fields {
  year?: number
  month?: number
  day?: number
  yearDay?: number
  /** 0 Sunday ... 6 Saturday. */
  weekday?: number
  sundayWeek?: number
  mondayWeek?: number
  hour?: number
  hour12?: number
  afternoon?: boolean
  minute?: number
  second?: number
  microseconds?: number
  /** Minutes east of UTC. */
  offset?: number
  /** Unix time, whole seconds. */
  epoch?: number
}

/** Undefined when the text does not fit the format from its first character to its last. Time is linear in both. */
export function readFields(text: string, format: string, zone: string): Fields | undefined {
  const reader: Reader = { text, at: 0, zone, fields: {} }
  for (const [piece] of format.matchAll(pieces)) {
    const read = directives.get(piece)
    if (!(read ? read(reader) : isSpace(piece) ? skipSpace(reader) : skipText(reader, piece))) return undefined
  }
  return reader.at === text.length ? reader.fields : undefined
}

interface Reader {
  readonly text: string
  at: number
  readonly zone: string
  readonly fields: Fields
}

/** False: the text does not fit. */
type Read = (reader: Reader) => boolean

/** A directive, a lone percent sign, white space, or other text. */
const pieces = /%.|%$|\s+|[^%\s]+/gsu

const directives: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['%a', name('weekday', (names) => names.shortWeekdays, 0)],
  ['%A', name('weekday', (names) => names.weekdays, 0)],
  ['%w', number('weekday', 1, 0, 6)],
  ['%d', number('day', 2, 1, 31)],
  ['%b', name('month', (names) => names.shortMonths, 1)],
  ['%B', name('month', (names) => names.months, 1)],
  ['%m', number('month', 2, 1, 12)],
  ['%y', twoDigitYear],
  ['%Y', number('year', 4, 1, 9999, 4)],
  ['%H', number('hour', 2, 0, 23)],
  ['%I', number('hour12', 2, 1, 12)],
  ['%p', halfOfDay],
  ['%M', number('minute', 2, 0, 59)],
  ['%S', number('second', 2, 0, 59)],
  ['%f', fraction],
  ['%j', number('yearDay', 3, 1, 366)],
  ['%U', number('sundayWeek', 2, 0, 53)],
  ['%W', number('mondayWeek', 2, 0, 53)],
  ['%z', offset],
  ['%Z', zoneName],
  ['%s', epoch],
  ['%%', (reader) => skipText(reader, '%')],
])

type NumberField = Exclude<keyof Fields, 'afternoon'>

/** As many digits as fit between the bounds: `32` for a day is 3, and the 2 is left for what follows. */
function number(field: NumberField, mostDigits: number, least: number, most: number, leastDigits = 1): Read {
  return (reader) => {
    const digits = digitsAt(reader, mostDigits)
    for (let count = digits.length; count >= leastDigits; count--) {
      const value = Number(digits.slice(0, count))
      if (value < least || value > most) continue
      reader.fields[field] = value
      reader.at += count
      return true
    }
    return false
  }
}

/** A name in either language, whatever its case. */
function name(field: NumberField, namesOf: (names: (typeof dateNames)['ru']) => readonly string[], first: number): Read {
  const languages = [namesOf(dateNames.ru), namesOf(dateNames.en)]
  return (reader) => {
    const ahead = reader.text.slice(reader.at, reader.at + longestName).toLowerCase()
    for (const names of languages) {
      const index = names.findIndex((each) => ahead.startsWith(each.toLowerCase()))
      if (index < 0) continue
      reader.fields[field] = index + first
      reader.at += names[index]?.length ?? 0
      return true
    }
    return false
  }
}

const longestName = 20

/** 69-99 belong to the last century, as POSIX has it. */
function twoDigitYear(reader: Reader): boolean {
  const read = matched(reader, /\d{2}/y)
  if (read === undefined) return false
  const year = Number(read)
  reader.fields.year = year < 69 ? 2000 + year : 1900 + year
  return true
}

function halfOfDay(reader: Reader): boolean {
  const read = matched(reader, /[ap]m/iy)
  reader.fields.afternoon = read?.toLowerCase() === 'pm'
  return read !== undefined
}

/** One to six digits after a point: `.5` is half a second. */
function fraction(reader: Reader): boolean {
  const read = matched(reader, /\d{1,6}/y)
  reader.fields.microseconds = Number(read?.padEnd(6, '0'))
  return read !== undefined
}

/** `+0300`, `+03:00` or `Z`. */
function offset(reader: Reader): boolean {
  const read = matched(reader, /[+-]\d{2}:?[0-5]\d|Z/y)
  if (read === undefined) return false
  const minutes = read === 'Z' ? 0 : Number(read.slice(1, 3)) * 60 + Number(read.slice(-2))
  reader.fields.offset = read.startsWith('-') ? -minutes : minutes
  return true
}

/** UTC, GMT or the project's own zone: any other name would silently be a wrong moment. */
function zoneName(reader: Reader): boolean {
  if (skipText(reader, reader.zone)) return true
  reader.fields.offset = 0
  return matched(reader, /UTC|GMT/y) !== undefined
}

function epoch(reader: Reader): boolean {
  const read = matched(reader, /-?\d{1,13}/y)
  reader.fields.epoch = Number(read)
  return read !== undefined
}

function digitsAt({ text, at }: Reader, most: number): string {
  return /^\d*/.exec(text.slice(at, at + most))?.[0] ?? ''
}

/** `pattern` is sticky; what it matched is behind the reader then. */
function matched(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const read = pattern.exec(reader.text)?.[0]
  reader.at += read?.length ?? 0
  return read
}

function skipText(reader: Reader, expected: string): boolean {
  if (!reader.text.startsWith(expected, reader.at)) return false
  reader.at += expected.length
  return true
}

function isSpace(piece: string): boolean {
  return piece.trim() === ''
}

/** Any white space in the format fits any amount of it in the text. */
function skipSpace(reader: Reader): boolean {
  return matched(reader, /\s+/y) !== undefined
}
