import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'
import { roundDecimal } from '../shared/round-decimal.ts'

export const round = defineFunction({
  name: 'round',
  category: 'math',
  params: [
    { name: 'num', type: 'number', about: { ru: 'Число.', en: 'A number.' } },
    {
      name: 'digits',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: 'Сколько знаков оставить после точки.', en: 'How many decimal places to keep.' },
    },
  ],
  returns: 'number',
  help: {
    ru: 'Округляет до ближайшего целого или до стольких знаков после точки. Ровно половина округляется от нуля: 2.5 станет 3.',
    en: 'Rounds to the nearest whole number, or to so many decimal places. Exact halves go away from zero: 2.5 becomes 3.',
  },
  onError: notANumber,
  examples: [
    { script: 'round(1.8888888, 2)', gives: 1.89 },
    { script: 'round(-2.5)', gives: -3 },
    { script: 'round(1.005, 2)', gives: 1.01 },
  ],
  run: (num, digits) => roundDecimal(num, digits),
})
