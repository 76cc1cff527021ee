import { kindOf } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'

export const isFloat = defineFunction({
  name: 'is_float',
  category: 'math',
  params: [{ name: 'txt', type: 'any', about: { ru: 'Значение, которое надо проверить.', en: 'The value to check.' } }],
  returns: 'boolean',
  help: {
    ru: 'Проверяет, число ли это: целое или с десятичной точкой. Запятая не подходит.',
    en: 'Tells whether this is a number, whole or with a decimal point. A comma does not count.',
  },
  examples: [
    { script: 'is_float(1.275)', gives: true },
    { script: "is_float('5')", gives: true },
    { script: "is_float('1,5')", gives: false },
  ],
  run: (txt) => kindOf(txt) === 'number',
})
