import type { Language } from '@voronka/calculator'

export interface TimeZone {
  /** IANA name. */
  readonly name: string
  /** What people call it: a town or a country, in their language. */
  readonly place: string
  /** `+03:00` now; with summer time it moves. */
  readonly offset: string
  /** The town that its region is called after: who asks for `москва` means Moscow, not Kirov, which keeps the same time. */
  readonly chief: boolean
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
  place: placeOf(name, language),
  offset: part(name, 'en', 'longOffset').replace('GMT', '') || '+00:00',
  chief: part(name, 'en', 'longGeneric').includes(name.split('/').at(-1)?.replaceAll('_', ' ') ?? name),
})

/**
 * The country or town, and the region where that says more: `Латвия, Восточная Европа`. Browsers leave out the towns of most languages and then give
 * them in English, where the name of the region says it better.
 */
function placeOf(name: string, language: Language): string {
  const short = part(name, language, 'shortGeneric')
  const [long = ''] = part(name, language, 'longGeneric').split(',')
  if (short.startsWith('GMT') || long.startsWith('GMT') || long.startsWith(short)) return long.startsWith('GMT') ? short : long
  return language === 'ru' && /^[ -~]+$/.test(short) ? long : `${short}, ${long}`
}

/** Those in whose name, place or offset all the words are found, in any order: `москва`, `new york`, `+3`. */
export function findZones(asked: string, zones: readonly TimeZone[]): readonly TimeZone[] {
  const words = asked.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean)
  if (!words.length) return zones
  const found = zones.filter(({ name, place, offset }) => {
    const text = `${name.replaceAll('_', ' ')} ${place} utc${offset} gmt${offset} ${offset.replace(/^([+-])0/, '$1')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return [...found.filter(({ chief }) => chief), ...found.filter(({ chief }) => !chief)]
}

function part(timeZoneName: string, language: Language, style: 'shortGeneric' | 'longGeneric' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: timeZoneName, timeZoneName: style }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZoneName
}

function hours({ offset }: TimeZone): number {
  const [, sign, hour = '0', minute = '0'] = /([+-])(\d+):(\d+)/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hour) + Number(minute) / 60)
}
