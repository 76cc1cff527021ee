import { daysBetween } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notADate, whichDate } from '../shared/phrases.ts'

export const compareDate = defineFunction({
  name: 'compare_date',
  aliases: ['compareDate'],
  category: 'date',
  params: [
    { name: 'date1', type: 'date', about: whichDate },
    { name: 'date2', type: 'date', about: { ru: 'С какой датой сравнить.', en: 'The date to compare it with.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Сравнивает даты: -1, если первая раньше, 0, если это один день, 1, если первая позже.',
    en: 'Compares dates: -1 when the first is earlier, 0 on the same day, 1 when it is later.',
  },
  onError: notADate,
  examples: [
    { script: "compare_date('01.09.2020', '11.10.2020')", gives: -1 },
    { script: "compareDate('1.9.2020', '01.09.2020')", gives: 0 },
  ],
  run: (date1, date2) => Math.sign(daysBetween(date2, date1)),
})
