import { defineFunction } from '../define-function.ts'
import { notADate, whichDate } from '../shared/phrases.ts'
import { russianDay } from '../shared/russian-day.ts'

export const dateRus = defineFunction({
  name: 'date_rus',
  category: 'date',
  params: [
    { name: 'date', type: 'date', about: whichDate },
    {
      name: 'num',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: 'На сколько дней сдвинуть.', en: 'By how many days to move it.' },
    },
  ],
  returns: 'text',
  help: { ru: 'День словами, например «21 июля».', en: 'A date in Russian words, such as "21 июля".' },
  onError: notADate,
  examples: [{ script: "date_rus('19.07.2022', 2)", gives: '21 июля' }],
  run: (date, days) => russianDay(date, days),
})
