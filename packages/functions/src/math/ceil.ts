import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const ceil = defineFunction({
  name: 'ceil',
  category: 'math',
  params: [{ name: 'num', type: 'number', about: { ru: 'Число.', en: 'A number.' } }],
  returns: 'number',
  help: { ru: 'Округляет вверх до целого.', en: 'Rounds up to a whole number.' },
  onError: notANumber,
  examples: [
    { script: 'ceil(25.66)', gives: 26 },
    { script: 'ceil(-1.5)', gives: -1 },
  ],
  run: (num) => Math.ceil(num),
})
