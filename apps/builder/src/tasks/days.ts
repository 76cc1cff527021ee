/** Days as the server writes them (`2026-03-01`), counted without any time zone. */
import { dateFormat } from '../app/formats.ts'

const dayMs = 86_400_000

const atNoon = (day: string): number => Date.parse(`${day}T12:00:00Z`)
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => dayOf(atNoon(day) + count * dayMs)

/** Monday of the week of a day. */
export function startOfWeek(day: string): string {
  const weekday = (new Date(atNoon(day)).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export const weekOf = (day: string): string[] => {
  const monday = startOfWeek(day)
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** Today where the person is. */
export function today(now: Date = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A day as it is read: `Sun, 1 March`. */
export function dayText(day: string, language: string, form: 'short' | 'long' = 'short'): string {
  const options: Intl.DateTimeFormatOptions =
    form === 'short'
      ? { weekday: 'short', day: 'numeric', month: 'short' }
      : { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
  return dateFormat(language, { ...options, timeZone: 'UTC' }).format(atNoon(day))
}
