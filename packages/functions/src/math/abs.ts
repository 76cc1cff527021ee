import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const abs = defineFunction({
  name: 'abs',
  category: 'math',
  params: [{ name: 'num', type: 'number', about: { ru: 'Число.', en: 'A number.' } }],
  returns: 'number',
  help: { ru: 'Модуль числа: то же число без минуса.', en: 'The absolute value: the number without its minus.' },
  onError: notANumber,
  examples: [{ script: 'abs(-256)', gives: 256 }],
  run: (num) => Math.abs(num),
})
