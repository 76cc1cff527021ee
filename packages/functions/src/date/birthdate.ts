import { addMonths, daysBetween } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { notADate } from '../shared/phrases.ts'
import { today } from '../shared/today.ts'

export const birthdate = defineFunction({
  name: 'birthdate',
  category: 'date',
  params: [{ name: 'date', type: 'date', about: { ru: 'Дата рождения, дд.мм.гггг.', en: 'The date of birth, dd.mm.yyyy.' } }],
  returns: 'date',
  help: {
    ru: 'Ближайший день рождения, сегодняшний тоже считается. 29 февраля в обычном году празднуется 28-го.',
    en: 'The next birthday; today counts. 29 February is kept on the 28th in an ordinary year.',
  },
  onError: notADate,
  examples: [
    { script: "birthdate('28.04.1994')", now: '2026-03-10T14:05:00+03:00', gives: '28.04.2026' },
    { script: "birthdate('29.02.2000')", now: '2026-03-10T14:05:00+03:00', gives: '28.02.2027' },
  ],
  run(date, world) {
    const now = today(world)
    const inYear = (year: number) => addMonths(date, (year - date.year) * 12)
    const thisYear = inYear(now.year)
    return dated(thisYear && daysBetween(now, thisYear) >= 0 ? thisYear : inYear(now.year + 1))
  },
})
