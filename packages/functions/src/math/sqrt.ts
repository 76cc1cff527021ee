import { defineFunction } from '../define-function.ts'

export const sqrt = defineFunction({
  name: 'sqrt',
  category: 'math',
  params: [{ name: 'num', type: 'number', about: { ru: 'Неотрицательное число.', en: 'A number that is not negative.' } }],
  returns: 'number',
  help: { ru: 'Квадратный корень.', en: 'The square root.' },
  onError: { ru: 'У отрицательного числа корня нет: результат пуст.', en: 'A negative number has none: nothing comes out.' },
  examples: [
    { script: 'sqrt(25)', gives: 5 },
    { script: 'sqrt(-1)', gives: null },
  ],
  run: (num) => Math.sqrt(num),
})
