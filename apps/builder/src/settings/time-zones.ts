import type { Language } from '@voronka/calculator'

export interface TimeZone {
  /** IANA name. */
  readonly name: string
  /** What people call it: a town or a country, in their language. */
  readonly place: string
  /** `+03:00` now; with summer time it moves. */
  readonly offset: string
}

/** All zones that this browser knows, from west to east. Made once a language: that takes some tens of milliseconds. */
export function timeZones(language: Language): readonly TimeZone[] {
  const known = made.get(language)
  if (known) return known
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])
  const zones = [...names].map((name) => timeZone(name, language)).sort((a, b) => hours(a) - hours(b) || a.name.localeCompare(b.name))
  made.set(language, zones)
  return zones
}

const made = new Map<Language, readonly TimeZone[]>()

/** One zone; the name must be a zone. */
export const timeZone = (name: string, language: Language): TimeZone => ({
  name,
  place: part(name, language, 'shortGeneric'),
  offset: part(name, 'en', 'longOffset').replace('GMT', '') || '+00:00',
})

/** Those in whose name, place or offset all the words are found, in any order: `москва`, `new york`, `+3`. */
export function findZones(asked: string, zones: readonly TimeZone[]): readonly TimeZone[] {
  const words = asked.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean)
  if (!words.length) return zones
  return zones.filter(({ name, place, offset }) => {
    const text = `${name.replaceAll('_', ' ')} ${place} utc${offset} gmt${offset} ${offset.replace(/^([+-])0/, '$1')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function part(timeZoneName: string, language: Language, style: 'shortGeneric' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: timeZoneName, timeZoneName: style }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZoneName
}

function hours({ offset }: TimeZone): number {
  const [, sign, hour = '0', minute = '0'] = /([+-])(\d+):(\d+)/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hour) + Number(minute) / 60)
}
