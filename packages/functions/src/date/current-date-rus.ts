import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'
import { russianDay } from '../shared/russian-day.ts'
import { today } from '../shared/today.ts'

export const currentDateRus = defineFunction({
  name: 'current_date_rus',
  category: 'date',
  params: [
    {
      name: 'num',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: 'На сколько дней сдвинуть.', en: 'By how many days to move it.' },
    },
  ],
  returns: 'text',
  help: { ru: 'Сегодняшний день словами, например «3 апреля».', en: 'Today in Russian words, such as "3 апреля".' },
  onError: notANumber,
  examples: [
    { script: 'current_date_rus()', now: '2026-04-03T10:00:00+03:00', gives: '3 апреля' },
    { script: 'current_date_rus(-3)', now: '2026-04-03T10:00:00+03:00', gives: '31 марта' },
  ],
  run: (days, world) => russianDay(today(world), days),
})
