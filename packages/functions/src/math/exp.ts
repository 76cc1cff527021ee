import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const exp = defineFunction({
  name: 'exp',
  category: 'math',
  params: [{ name: 'num', type: 'number', about: { ru: 'Показатель степени.', en: 'The exponent.' } }],
  returns: 'number',
  help: { ru: 'Возводит число e (2.718…) в степень.', en: 'Raises the number e (2.718…) to a power.' },
  onError: notANumber,
  examples: [{ script: 'exp(2)', gives: 7.38905609893065 }],
  run: (num) => Math.exp(num),
})
