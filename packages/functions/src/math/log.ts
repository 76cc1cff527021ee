import { defineFunction } from '../define-function.ts'

export const log = defineFunction({
  name: 'log',
  category: 'math',
  params: [
    { name: 'num', type: 'number', about: { ru: 'Положительное число.', en: 'A positive number.' } },
    {
      name: 'base',
      type: 'number',
      optional: true,
      shown: { default: 'e' },
      about: { ru: 'Основание, по умолчанию e.', en: 'The base, e by default.' },
    },
  ],
  returns: 'number',
  help: { ru: 'Логарифм числа, по умолчанию натуральный.', en: 'The logarithm of a number, the natural one by default.' },
  onError: {
    ru: 'У нуля и отрицательных чисел логарифма нет, как и при основании 1, нуле или отрицательном основании.',
    en: 'Zero and negative numbers have none; a base of 1, zero or below has none either.',
  },
  examples: [
    { script: 'log(E)', gives: 1 },
    { script: 'log(100, 10)', gives: 2 },
    { script: 'log(0)', gives: null },
  ],
  run(num, base) {
    if (num <= 0) return undefined
    if (base === undefined) return Math.log(num)
    if (base <= 0 || base === 1) return undefined
    // These two are exact where the quotient of two logarithms is not.
    if (base === 10) return Math.log10(num)
    return base === 2 ? Math.log2(num) : Math.log(num) / Math.log(base)
  },
})
