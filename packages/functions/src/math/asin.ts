import { defineFunction } from '../define-function.ts'

export const asin = defineFunction({
  name: 'asin',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: { ru: 'Число от -1 до 1.', en: 'A number from -1 to 1.' } }],
  returns: 'number',
  help: { ru: 'Арксинус: угол в радианах, синус которого равен числу.', en: 'The arc sine: the angle in radians with this sine.' },
  onError: { ru: 'Вне отрезка от -1 до 1 результата нет.', en: 'Outside -1 to 1 there is no result.' },
  examples: [
    { script: 'asin(0)', gives: 0 },
    { script: 'asin(2)', gives: null },
  ],
  run: (x) => Math.asin(x),
})
