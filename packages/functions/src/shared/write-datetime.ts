import { instant, type Language } from '@voronka/calculator'
import { dayOfYear, weekdayFromSunday } from './calendar.ts'
import { dateNames } from './date-names.ts'
import type { MomentInZone } from './moment-in-zone.ts'
import { TextBuilder } from './text-builder.ts'

/** Writes a moment by a format (calculator-language, section 12). What is no directive stands for itself. */
export function writeDatetime(format: string, at: MomentInZone, language: Language): string {
  const text = new TextBuilder()
  for (const [piece] of format.matchAll(pieces)) text.add(directives.get(piece)?.(at, language) ?? piece)
  return text.join()
}

/** A directive, a lone percent sign, or what stands between. */
const pieces = /%.|%$|[^%]+/gsu

type Directive = (at: MomentInZone, language: Language) => string | undefined

const directives: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['%a', ({ moment }, language) => dateNames[language].shortWeekdays[weekdayFromSunday(moment)]],
  ['%A', ({ moment }, language) => dateNames[language].weekdays[weekdayFromSunday(moment)]],
  ['%w', ({ moment }) => String(weekdayFromSunday(moment))],
  ['%d', ({ moment }) => padded(moment.day, 2)],
  ['%b', ({ moment }, language) => dateNames[language].shortMonths[moment.month - 1]],
  ['%B', ({ moment }, language) => dateNames[language].months[moment.month - 1]],
  ['%m', ({ moment }) => padded(moment.month, 2)],
  ['%y', ({ moment }) => padded(moment.year % 100, 2)],
  ['%Y', ({ moment }) => padded(moment.year, 4)],
  ['%H', ({ moment }) => padded(moment.hour, 2)],
  ['%I', ({ moment }) => padded(moment.hour % 12 || 12, 2)],
  ['%p', ({ moment }) => (moment.hour < 12 ? 'AM' : 'PM')],
  ['%M', ({ moment }) => padded(moment.minute, 2)],
  ['%S', ({ moment }) => padded(moment.second, 2)],
  ['%f', ({ microseconds }) => padded(microseconds, 6)],
  ['%j', ({ moment }) => padded(dayOfYear(moment), 3)],
  ['%U', ({ moment }) => week(dayOfYear(moment), weekdayFromSunday(moment))],
  ['%W', ({ moment }) => week(dayOfYear(moment), (weekdayFromSunday(moment) + 6) % 7)],
  ['%z', offset],
  ['%Z', ({ zone }) => zone],
  ['%s', (at) => String(Math.floor(at.instant / 1000))],
  ['%%', () => '%'],
])

/** Week of the year, the days before its first whole week being week 0. `weekday` counts from the day on which weeks begin. */
function week(yearDay: number, weekday: number): string {
  return padded(Math.floor((yearDay + 6 - weekday) / 7), 2)
}

/** `+0300`. */
function offset({ moment, instant: ms }: MomentInZone): string {
  const minutes = Math.round((instant(moment, 'UTC') - Math.floor(ms / 1000) * 1000) / 60_000)
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(Math.abs(minutes) / 60), 2)}${padded(Math.abs(minutes) % 60, 2)}`
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
