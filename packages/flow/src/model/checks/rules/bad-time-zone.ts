import type { Check } from '../check.ts'
import { isTimeZone } from '../../time-zone.ts'

export const badTimeZone: Check = {
  code: 'bad-time-zone',
  severity: 'error',
  says: { ru: ({ zone }) => `Часового пояса «${zone}» нет.`, en: ({ zone }) => `There is no time zone “${zone}”.` },
  why: {
    ru: 'По нему считаются даты, время и задержки. Годятся имена вида Europe/Moscow.',
    en: 'Dates, times and delays go by it. Names look like Europe/Moscow.',
  },
  *project({ project: { settings } }) {
    if (!isTimeZone(settings.timezone)) yield { place: { field: 'timezone' }, facts: { zone: settings.timezone } }
  },
}
