import { addMonths } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { notADate, whichDate } from '../shared/phrases.ts'

export const addMonth = defineFunction({
  name: 'addMonth',
  aliases: ['add_month'],
  category: 'date',
  params: [
    { name: 'date', type: 'date', about: whichDate },
    {
      name: 'months',
      type: 'integer',
      about: { ru: 'На сколько месяцев; отрицательное – назад.', en: 'By how many months; negative: back.' },
    },
  ],
  returns: 'date',
  help: {
    ru: 'То же число через столько месяцев. Если в том месяце меньше дней, берётся его последний день.',
    en: 'The same day so many months later. If that month is shorter, its last day is taken.',
  },
  onError: notADate,
  examples: [
    { script: "addMonth('31.01.2026', 1)", gives: '28.02.2026' },
    { script: "add_month('30.04.2019', 10)", gives: '29.02.2020' },
  ],
  run: (date, months) => dated(addMonths(date, months)),
})
