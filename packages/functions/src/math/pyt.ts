import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const pyt = defineFunction({
  name: 'pyt',
  category: 'math',
  params: [
    { name: 'a', type: 'number', about: { ru: 'Первый катет.', en: 'One leg.' } },
    { name: 'b', type: 'number', about: { ru: 'Второй катет.', en: 'The other leg.' } },
  ],
  returns: 'number',
  help: { ru: 'Гипотенуза по теореме Пифагора: корень из a² + b².', en: 'The hypotenuse by Pythagoras: the square root of a² + b².' },
  onError: notANumber,
  examples: [
    { script: 'pyt(3, 4)', gives: 5 },
    { script: 'pyt(5, 2)', gives: 5.385164807134504 },
  ],
  run: (a, b) => Math.hypot(a, b),
})
