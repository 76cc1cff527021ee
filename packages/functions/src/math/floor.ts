import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const floor = defineFunction({
  name: 'floor',
  category: 'math',
  params: [{ name: 'num', type: 'number', about: { ru: 'Число.', en: 'A number.' } }],
  returns: 'number',
  help: { ru: 'Округляет вниз до целого.', en: 'Rounds down to a whole number.' },
  onError: notANumber,
  examples: [
    { script: 'floor(25.66)', gives: 25 },
    { script: 'floor(-1.5)', gives: -2 },
  ],
  run: (num) => Math.floor(num),
})
