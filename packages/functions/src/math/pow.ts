import { defineFunction } from '../define-function.ts'

export const pow = defineFunction({
  name: 'pow',
  category: 'math',
  params: [
    { name: 'num', type: 'number', about: { ru: 'Основание.', en: 'The base.' } },
    { name: 'st', type: 'number', about: { ru: 'Показатель степени.', en: 'The exponent.' } },
  ],
  returns: 'number',
  help: { ru: 'Возводит число в степень, как оператор ^.', en: 'Raises a number to a power, as the operator ^ does.' },
  onError: {
    ru: 'Ноль в отрицательной степени и отрицательное число в дробной результата не дают.',
    en: 'Zero to a negative power and a negative number to a fractional one have no result.',
  },
  examples: [
    { script: 'pow(5, 5)', gives: 3125 },
    { script: 'pow(9, 0.5)', gives: 3 },
    { script: 'pow(0, -1)', gives: null },
  ],
  run: (num, st) => num ** st,
})
