import { defineFunction } from '../define-function.ts'
import { notANumber, whichAngle } from '../shared/phrases.ts'

export const cos = defineFunction({
  name: 'cos',
  category: 'math',
  params: [{ name: 'x', type: 'number', about: whichAngle }],
  returns: 'number',
  help: { ru: 'Косинус угла.', en: 'The cosine of an angle.' },
  onError: notANumber,
  examples: [{ script: 'cos(0)', gives: 1 }],
  run: (x) => Math.cos(x),
})
