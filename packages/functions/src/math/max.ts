import { defineFunction } from '../define-function.ts'
import { extreme } from '../shared/extreme.ts'
import { notANumber } from '../shared/phrases.ts'

export const max = defineFunction({
  name: 'max',
  category: 'math',
  params: [
    {
      name: 'values',
      type: 'any',
      variadic: true,
      shown: { type: 'number' },
      about: { ru: 'Числа через запятую или один массив чисел.', en: 'Numbers, or one array of them.' },
    },
  ],
  returns: 'number',
  help: { ru: 'Наибольшее из чисел.', en: 'The largest of the numbers.' },
  onError: notANumber,
  examples: [
    { script: 'max(1.275, 5.822, 5)', gives: 5.822 },
    { script: 'max([3, 8, 1])', gives: 8 },
  ],
  run: (values) => extreme('max', values, (a, b) => a > b),
})
