import { defineFunction } from '../define-function.ts'

export const acos = defineFunction({
  name: 'acos',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: { ru: 'Число от -1 до 1.', en: 'A number from -1 to 1.' } }],
  returns: 'number',
  help: { ru: 'Арккосинус: угол в радианах, косинус которого равен числу.', en: 'The arc cosine: the angle in radians with this cosine.' },
  onError: { ru: 'Вне отрезка от -1 до 1 результата нет.', en: 'Outside -1 to 1 there is no result.' },
  examples: [
    { script: 'acos(0.5)', gives: 1.0471975511965979 },
    { script: 'acos(1.5)', gives: null },
  ],
  run: (x) => Math.acos(x),
})
