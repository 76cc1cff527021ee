import { addDays as moveDays } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { notADate, whichDate } from '../shared/phrases.ts'

export const addDays = defineFunction({
  name: 'addDays',
  aliases: ['add_days'],
  category: 'date',
  params: [
    { name: 'date', type: 'date', about: whichDate },
    { name: 'days', type: 'integer', about: { ru: 'На сколько дней; отрицательное – назад.', en: 'By how many days; negative: back.' } },
  ],
  returns: 'date',
  help: { ru: 'Дата через столько дней или столько дней назад.', en: 'The date so many days later or earlier.' },
  onError: notADate,
  examples: [
    { script: "addDays('20.08.2019', -99)", gives: '13.05.2019' },
    { script: "add_days('28.02.2024', 2)", gives: '01.03.2024' },
  ],
  run: (date, days) => dated(moveDays(date, days)),
})
