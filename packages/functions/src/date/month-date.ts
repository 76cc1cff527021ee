import { addMonths, daysInMonth, type Moment } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { today } from '../shared/today.ts'

export const monthDate = defineFunction({
  name: 'month_date',
  category: 'date',
  params: [
    { name: 'date', type: 'integer', about: { ru: 'Число месяца от 1 до 31.', en: 'The day of the month, 1 to 31.' } },
    {
      name: 'b',
      type: 'boolean',
      optional: true,
      default: false,
      about: { ru: 'True – сегодняшний день тоже подходит.', en: 'True: today counts too.' },
    },
  ],
  returns: 'date',
  help: {
    ru: 'Ближайшая дата с таким числом. В коротком месяце вместо него берётся последний день.',
    en: 'The nearest date with this day of the month. In a shorter month its last day stands in.',
  },
  onError: { ru: 'Если это не число от 1 до 31, результата нет.', en: 'Anything but a number from 1 to 31 gives no result.' },
  examples: [
    { script: 'month_date(1)', now: '2022-04-05T12:00:00+03:00', gives: '01.05.2022' },
    { script: 'month_date(31)', now: '2026-02-10T12:00:00+03:00', gives: '28.02.2026' },
    { script: 'month_date(10)', now: '2026-03-10T14:05:00+03:00', gives: '10.04.2026' },
    { script: 'month_date(10, True)', now: '2026-03-10T14:05:00+03:00', gives: '10.03.2026' },
  ],
  run(day, todayCounts, world) {
    if (day < 1 || day > 31) return undefined
    const now = today(world)
    const thisMonth = onDay(now, day)
    if (thisMonth.day > now.day || (thisMonth.day === now.day && todayCounts)) return dated(thisMonth)
    const next = addMonths({ ...now, day: 1 }, 1)
    return next && dated(onDay(next, day))
  },
})

function onDay(date: Moment, day: number): Moment {
  return { ...date, day: Math.min(day, daysInMonth(date.year, date.month)) }
}
