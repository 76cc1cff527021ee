import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const atan2 = defineFunction({
  name: 'atan2',
  category: 'math',
  params: [
    { name: 'y', type: 'number', about: { ru: 'Координата y, она идёт первой.', en: 'The y coordinate; it comes first.' } },
    { name: 'x', type: 'number', about: { ru: 'Координата x.', en: 'The x coordinate.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Угол в радианах на точку (x, y) с учётом четверти.',
    en: 'The angle in radians to the point (x, y), in the right quadrant.',
  },
  onError: notANumber,
  examples: [{ script: 'atan2(1, 1)', gives: 0.7853981633974483 }],
  run: (y, x) => Math.atan2(y, x),
})
