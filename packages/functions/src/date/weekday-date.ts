import { addDays } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { today } from '../shared/today.ts'

export const weekdayDate = defineFunction({
  name: 'weekday_date',
  category: 'date',
  params: [
    {
      name: 'weekday',
      type: 'integer',
      about: { ru: 'День недели: 1 понедельник … 7 воскресенье.', en: 'The weekday: 1 Monday … 7 Sunday.' },
    },
    {
      name: 'b',
      type: 'boolean',
      optional: true,
      default: false,
      about: { ru: 'True – сегодняшний день тоже подходит.', en: 'True: today counts too.' },
    },
  ],
  returns: 'date',
  help: { ru: 'Ближайшая дата с таким днём недели.', en: 'The nearest date that falls on this weekday.' },
  onError: { ru: 'Если это не число от 1 до 7, результата нет.', en: 'Anything but a number from 1 to 7 gives no result.' },
  examples: [
    { script: 'weekday_date(1)', now: '2026-03-10T14:05:00+03:00', gives: '16.03.2026' },
    { script: 'weekday_date(2)', now: '2026-03-10T14:05:00+03:00', gives: '17.03.2026' },
    { script: 'weekday_date(2, True)', now: '2026-03-10T14:05:00+03:00', gives: '10.03.2026' },
  ],
  run(weekday, todayCounts, world) {
    if (weekday < 1 || weekday > 7) return undefined
    const now = today(world)
    const ahead = (weekday - now.weekday + 7) % 7
    return dated(addDays(now, ahead === 0 && !todayCounts ? 7 : ahead))
  },
})
