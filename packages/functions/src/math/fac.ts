import { defineFunction } from '../define-function.ts'

export const fac = defineFunction({
  name: 'fac',
  category: 'math',
  params: [
    {
      name: 'num',
      type: 'number',
      shown: { type: 'integer' },
      about: { ru: 'Целое число от 0 до 170.', en: 'A whole number from 0 to 170.' },
    },
  ],
  returns: 'number',
  help: {
    ru: 'Факториал: произведение всех целых чисел от 1 до данного.',
    en: 'The factorial: the product of all whole numbers from 1 to this one.',
  },
  onError: {
    ru: 'Для отрицательных и дробных чисел результата нет.',
    en: 'Negative numbers and fractions have no result.',
  },
  examples: [
    { script: 'fac(5)', gives: 120 },
    { script: 'fac(0)', gives: 1 },
    { script: 'fac(2.5)', gives: null },
  ],
  run(num) {
    if (!Number.isInteger(num) || num < 0 || num > largest) return undefined
    let product = 1
    for (let factor = 2; factor <= num; factor++) product *= factor
    return product
  },
})

/** The factorial of 171 is beyond every double. */
const largest = 170
