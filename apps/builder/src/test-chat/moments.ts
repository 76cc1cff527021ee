/** Moments as the people of the project read them: in the project's zone. */
import { DateTime } from 'luxon'

/** `14:05`, and with the date unless it is the day of `now`. */
export function momentText(ms: number, zone: string, now: number, language: string): string {
  const moment = at(ms, zone, language)
  return moment.hasSame(at(now, zone, language), 'day') ? moment.toFormat('HH:mm:ss') : moment.toFormat('d LLL yyyy, HH:mm:ss')
}

export function clockText(ms: number, zone: string, language: string): string {
  return at(ms, zone, language).toFormat('ccc d LLL, HH:mm:ss')
}

/** For `<input type="datetime-local">`, and back. Undefined: no moment. A wall-clock time that the zone skips goes on to the next that exists. */
export function toFieldValue(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toFormat("yyyy-LL-dd'T'HH:mm")
}

export function fromFieldValue(text: string, zone: string): number | undefined {
  const moment = DateTime.fromISO(text, { zone })
  return moment.isValid ? moment.toMillis() : undefined
}

function at(ms: number, zone: string, language: string): DateTime {
  return DateTime.fromMillis(ms, { zone, locale: language })
}
