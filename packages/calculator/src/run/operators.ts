import { ScriptError } from '../errors.ts'
import { checkTextLength } from '../limits.ts'
import { dateOfDay, dayNumber, isWritableDay } from '../moment/calendar.ts'
import { formatDate, formatTime } from '../moment/format-moment.ts'
import { daysBetween } from '../moment/moment-arithmetic.ts'
import { parseDate } from '../moment/parse-moment.ts'
import { isDigit } from '../syntax/characters.ts'
import { classify, isNone, isPlainText } from '../value/classify.ts'
import { toNumber, toText } from '../value/coerce.ts'
import type { Classified, Moment, Value } from '../values.ts'

/** `+` (section 7.2). Like all operators here it throws `ScriptError` where it has no result. */
export function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return finite(a + b)
  if (typeof a === 'string' && typeof b === 'number' && isDigit(a.charCodeAt(0))) {
    // The usual way to reckon with dates, so it is tried before the values are looked at one by one.
    const date = parseDate(a)
    if (date) return dateLater(date, b)
  }
  if ((typeof a === 'string' && isPlainText(a)) || (typeof b === 'string' && isPlainText(b))) return concatenation(a, b)
  return addClassified(a, classify(a), b, classify(b))
}

/** `-` (section 7.3). */
export function subtract(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return finite(a - b)
  const left = classify(a)
  const right = classify(b)
  if (left.kind === 'date') {
    if (right.kind === 'date') return daysBetween(right.value, left.value)
    if (right.kind === 'number') return dateLater(left.value, -finite(Number(right.value)))
  }
  if (left.kind === 'time') {
    if (right.kind === 'time') return minutesOf(left.value) - minutesOf(right.value)
    if (right.kind === 'number') return timeLater(left.value, -finite(Number(right.value)))
  }
  return finite(operand(a, 'left', '-') - operand(b, 'right', '-'))
}

export function multiply(a: Value, b: Value): number {
  return finite(operand(a, 'left', '*') * operand(b, 'right', '*'))
}

export function divide(a: Value, b: Value): number {
  const dividend = operand(a, 'left', '/')
  const divisor = operand(b, 'right', '/')
  if (divisor === 0) throw new ScriptError('division-by-zero')
  return finite(dividend / divisor)
}

/** The remainder takes the sign of the divisor: `-7 % 3` is 2. */
export function remainder(a: Value, b: Value): number {
  const dividend = operand(a, 'left', '%')
  const divisor = operand(b, 'right', '%')
  if (divisor === 0) throw new ScriptError('division-by-zero')
  const rest = dividend % divisor
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest
}

export function power(a: Value, b: Value): number {
  const base = operand(a, 'left', '^')
  const exponent = operand(b, 'right', '^')
  if (base === 0 && exponent < 0) throw new ScriptError('division-by-zero')
  const result = base ** exponent
  if (Number.isNaN(result)) throw new ScriptError('no-real-number')
  return finite(result)
}

export function negate(value: Value): number | bigint {
  const exact = exactInteger(value)
  return exact === undefined ? 0 - operand(value, 'right', '-') : -exact
}

/** Unary `+`: the number that a value means. */
export function affirm(value: Value): number | bigint {
  return exactInteger(value) ?? operand(value, 'right', '+')
}

function finite(result: number): number {
  // A difference of infinities is no number, so this is false for both.
  if (result - result === 0) return result
  throw new ScriptError('out-of-range')
}

/** A number of more than 15 digits, of which a sign does not make a sum. */
function exactInteger(value: Value): bigint | undefined {
  if (typeof value !== 'bigint' && typeof value !== 'string') return undefined
  const { kind, value: meant } = classify(value)
  return kind === 'number' && typeof meant === 'bigint' ? meant : undefined
}

function concatenation(a: Value, b: Value): string {
  const text = textOf(a) + textOf(b)
  checkTextLength(text.length)
  return text
}

/** Text of an operand of a concatenation: none, also when it is only text, is the empty text. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value === 'None' ? '' : value
  return toText(value)
}

function addClassified(a: Value, left: Classified, b: Value, right: Classified): Value {
  if (isNumeric(left) && isNumeric(right)) return finite(Number(left.value) + Number(right.value))
  if (right.kind === 'number') {
    if (left.kind === 'date') return dateLater(left.value, finite(Number(right.value)))
    if (left.kind === 'time') return timeLater(left.value, finite(Number(right.value)))
  }
  const noSum = (left.kind === 'none' && (right.kind === 'none' || isNumeric(right))) || (right.kind === 'none' && isNumeric(left))
  if (noSum) throw new ScriptError('no-value', { operator: '+', side: left.kind === 'none' ? 'left' : 'right' })
  return concatenation(a, b)
}

function isNumeric(classified: Classified): classified is Extract<Classified, { kind: 'number' | 'boolean' }> {
  return classified.kind === 'number' || classified.kind === 'boolean'
}

/** A number, numeric text or boolean; the error names the side on which it is not. */
function operand(value: Value, side: 'left' | 'right', operator: string): number {
  const number = toNumber(value)
  if (number !== undefined) return number
  if (typeof value === 'bigint') throw new ScriptError('out-of-range')
  if (isNone(value)) throw new ScriptError('no-value', { operator, side })
  throw new ScriptError('not-a-number', { operator, side, value: toText(value).slice(0, 60) })
}

function dateLater({ year, month, day }: Moment, days: number): string {
  const later = dayNumber(year, month, day) + Math.trunc(days)
  if (!isWritableDay(later)) throw new ScriptError('date-out-of-range')
  return formatDate(dateOfDay(later))
}

function timeLater({ hour, minute, second, hasSeconds }: Moment, minutes: number): string {
  const sum = (((hour * 60 + minute + Math.trunc(minutes)) % 1440) + 1440) % 1440
  return formatTime({ hour: Math.floor(sum / 60), minute: sum % 60, second, hasSeconds })
}

function minutesOf({ hour, minute, second }: Moment): number {
  return hour * 60 + minute + second / 60
}
