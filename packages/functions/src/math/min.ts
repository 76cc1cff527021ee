import { defineFunction } from '../define-function.ts'
import { extreme } from '../shared/extreme.ts'
import { notANumber } from '../shared/phrases.ts'

export const min = defineFunction({
  name: 'min',
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
  help: { ru: 'Наименьшее из чисел.', en: 'The smallest of the numbers.' },
  onError: notANumber,
  examples: [
    { script: "min('10', 9)", gives: 9 },
    { script: 'min([3, 8, 1])', gives: 1 },
  ],
  run: (values) => extreme('min', values, (a, b) => a < b),
})
