import type { Language, Words } from './words.ts'

/** Days are days of the branch, whatever the visitor's zone: each is read at noon UTC. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export function dayText(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(noon(day))
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

export const longDay = (day: string, language: Language): string =>
  dayText(day, language, { weekday: 'long', day: 'numeric', month: 'long' })

export function money(amount: number, currency: string, language: Language, say: Words): string {
  if (amount === 0) return say.free
  const digits = { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 }
  if (!/^[A-Z]{3}$/.test(currency)) return `${new Intl.NumberFormat(language, digits).format(amount)} ${currency}`.trim()
  return new Intl.NumberFormat(language, { ...digits, style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount)
}

export const duration = (minutes: number, say: Words): string =>
  minutes < 60 ? say.minutes(minutes) : say.hours(Math.floor(minutes / 60), minutes % 60)

/** Minutes and seconds that are left: `9:05`. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What a wall clock of a zone shows, as the moment it is. An hour that does not exist is read as the one after it. */
export function momentOf(day: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${time === '24:00' ? '23:59' : time}:00Z`)
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetMs(new Date(asUtc), zone)
  return new Date(asUtc - offsetMs(new Date(guess), zone))
}

function offsetMs(moment: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(moment.getTime() / 1000) * 1000
}

/** What the visitor's own clock shows then, where that is another hour; undefined where both clocks agree. */
export function ownClock(
  day: string,
  time: string,
  zone: string,
  language: Language,
  own = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string | undefined {
  const moment = momentOf(day, time, zone)
  if (offsetMs(moment, zone) === offsetMs(moment, own)) return undefined
  return new Intl.DateTimeFormat(language, { timeZone: own, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(moment)
}
