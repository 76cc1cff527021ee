import { addMonths } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { dated } from '../shared/dated.ts'
import { notADate, whichDate } from '../shared/phrases.ts'

export const addYear = defineFunction({
  name: 'addYear',
  aliases: ['add_year'],
  category: 'date',
  params: [
    { name: 'date', type: 'date', about: whichDate },
    { name: 'years', type: 'integer', about: { ru: 'На сколько лет; отрицательное – назад.', en: 'By how many years; negative: back.' } },
  ],
  returns: 'date',
  help: {
    ru: 'Та же дата через столько лет; 29 февраля в обычном году становится 28-м.',
    en: 'The same date so many years later; 29 February becomes the 28th in an ordinary year.',
  },
  onError: notADate,
  examples: [
    { script: "addYear('10.03.2026', 1)", gives: '10.03.2027' },
    { script: "add_year('29.02.2020', 1)", gives: '28.02.2021' },
  ],
  run: (date, years) => dated(addMonths(date, years * 12)),
})
