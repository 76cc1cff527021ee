import type { Moment } from '../values.ts'

/** `dd.mm.yyyy`, always two digits and four (section 12). */
export function formatDate({ year, month, day }: Pick<Moment, 'year' | 'month' | 'day'>): string {
  return `${twoDigits[day]}.${twoDigits[month]}.${year > 999 ? year : String(year).padStart(4, '0')}`
}

/** `HH:MM`, or `HH:MM:SS` when the moment had seconds. */
export function formatTime({ hour, minute, second, hasSeconds }: Pick<Moment, 'hour' | 'minute' | 'second' | 'hasSeconds'>): string {
  return hasSeconds ? `${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}` : `${twoDigits[hour]}:${twoDigits[minute]}`
}

const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
