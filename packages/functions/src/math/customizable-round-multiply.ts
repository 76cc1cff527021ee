import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'
import { roundDecimal } from '../shared/round-decimal.ts'

export const customizableRoundMultiply = defineFunction({
  name: 'customizable_round_multiply',
  category: 'math',
  params: [
    { name: 'a', type: 'number', about: { ru: 'Первый множитель.', en: 'One factor.' } },
    { name: 'b', type: 'number', about: { ru: 'Второй множитель.', en: 'The other factor.' } },
    { name: 'count', type: 'integer', about: { ru: 'Сколько знаков оставить после точки.', en: 'How many decimal places to keep.' } },
  ],
  returns: 'number',
  help: { ru: 'Умножает и сразу округляет, как round.', en: 'Multiplies and rounds in one go, as round does.' },
  onError: notANumber,
  examples: [{ script: 'customizable_round_multiply(19.99, 3, 1)', gives: 60 }],
  run: (a, b, count) => roundDecimal(a * b, count),
})
