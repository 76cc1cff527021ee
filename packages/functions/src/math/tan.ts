import { defineFunction } from '../define-function.ts'
import { notANumber, whichAngle } from '../shared/phrases.ts'

export const tan = defineFunction({
  name: 'tan',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: whichAngle }],
  returns: 'number',
  help: { ru: 'Тангенс угла.', en: 'The tangent of an angle.' },
  onError: notANumber,
  examples: [{ script: 'tan(0)', gives: 0 }],
  run: (x) => Math.tan(x),
})
