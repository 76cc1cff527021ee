import { defineFunction } from '../define-function.ts'
import { notANumber, whichAngle } from '../shared/phrases.ts'

export const sin = defineFunction({
  name: 'sin',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: whichAngle }],
  returns: 'number',
  help: { ru: 'Синус угла.', en: 'The sine of an angle.' },
  onError: notANumber,
  examples: [{ script: 'sin(PI / 2)', gives: 1 }],
  run: (x) => Math.sin(x),
})
