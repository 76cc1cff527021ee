import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const atan = defineFunction({
  name: 'atan',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: { ru: 'Число.', en: 'A number.' } }],
  returns: 'number',
  help: {
    ru: 'Арктангенс: угол в радианах, тангенс которого равен числу.',
    en: 'The arc tangent: the angle in radians with this tangent.',
  },
  onError: notANumber,
  examples: [{ script: 'atan(1.275)', gives: 0.9056936403254024 }],
  run: (x) => Math.atan(x),
})
