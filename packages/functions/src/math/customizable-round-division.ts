import { defineFunction } from '../define-function.ts'
import { roundDecimal } from '../shared/round-decimal.ts'

export const customizableRoundDivision = defineFunction({
  name: 'customizable_round_division',
  category: 'math',
  params: [
    { name: 'a', type: 'number', about: { ru: 'Делимое.', en: 'What is divided.' } },
    { name: 'b', type: 'number', about: { ru: 'Делитель, не ноль.', en: 'What it is divided by; not zero.' } },
    { name: 'count', type: 'integer', about: { ru: 'Сколько знаков оставить после точки.', en: 'How many decimal places to keep.' } },
  ],
  returns: 'number',
  help: { ru: 'Делит и сразу округляет, как round.', en: 'Divides and rounds in one go, as round does.' },
  onError: { ru: 'При делении на ноль результата нет.', en: 'Division by zero has no result.' },
  examples: [
    { script: 'customizable_round_division(1.275, 5.822, 3)', gives: 0.219 },
    { script: 'customizable_round_division(1, 0, 2)', gives: null },
  ],
  run: (a, b, count) => (b === 0 ? undefined : roundDecimal(a / b, count)),
})
