import { isWhite } from '../value/numbers.ts'
import type { Moment } from '../values.ts'
import { daysInMonth } from './calendar.ts'

/** `d.m.yyyy` or `dd.mm.yyyy` that is a real calendar date (sections 2 and 12); anything else is undefined. */
export function parseDate(text: string): Moment | undefined {
  return text.length >= 8 && text.length <= 10 ? dateWithin(text, text.length) : undefined
}

/** `H:MM`, `HH:MM`, either with `:SS`; hours 0-23. */
export function parseTime(text: string): Moment | undefined {
  return text.length >= 4 && text.length <= 8 ? timeWithin(text, 0, noDate) : undefined
}

/** A date, white space, a time. */
export function parseDateTime(text: string): Moment | undefined {
  let gap = 8
  while (gap <= 10 && !isWhite(text.charCodeAt(gap))) gap++
  if (gap > 10 || gap >= text.length) return undefined
  const date = dateWithin(text, gap)
  if (!date) return undefined
  let time = gap
  while (time < text.length && isWhite(text.charCodeAt(time))) time++
  return text.length - time <= 8 ? timeWithin(text, time, date) : undefined
}

const noDate: Pick<Moment, 'year' | 'month' | 'day'> = { year: 0, month: 0, day: 0 }

function dateWithin(text: string, to: number): Moment | undefined {
  const firstDot = text.charCodeAt(1) === dot ? 1 : text.charCodeAt(2) === dot ? 2 : 0
  const secondDot = text.charCodeAt(firstDot + 2) === dot ? firstDot + 2 : text.charCodeAt(firstDot + 3) === dot ? firstDot + 3 : 0
  if (firstDot === 0 || secondDot === 0 || to - secondDot !== 5) return undefined
  const day = digits(text, 0, firstDot)
  const month = digits(text, firstDot + 1, secondDot)
  const year = digits(text, secondDot + 1, to)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return { year, month, day, hour: 0, minute: 0, second: 0, hasSeconds: false }
}

function timeWithin(text: string, from: number, { year, month, day }: Pick<Moment, 'year' | 'month' | 'day'>): Moment | undefined {
  const firstColon = text.charCodeAt(from + 1) === colon ? from + 1 : from + 2
  if (text.charCodeAt(firstColon) !== colon) return undefined
  const hasSeconds = text.length === firstColon + 6 && text.charCodeAt(firstColon + 3) === colon
  if (!hasSeconds && text.length !== firstColon + 3) return undefined
  const hour = digits(text, from, firstColon)
  const minute = digits(text, firstColon + 1, firstColon + 3)
  const second = hasSeconds ? digits(text, firstColon + 4, firstColon + 6) : 0
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined
  return { year, month, day, hour, minute, second, hasSeconds }
}

const dot = 46
const colon = 58

/** -1 when there is anything but digits. */
function digits(text: string, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    sum = sum * 10 + digit
  }
  return sum
}
