import { toText } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { exactNumber } from '../shared/exact-number.ts'
import { withoutPlus } from '../shared/without-plus.ts'

export const int = defineFunction({
  name: 'int',
  category: 'math',
  params: [
    {
      name: 'num',
      type: 'any',
      shown: { type: 'number|text' },
      about: { ru: 'Число или текст с числом.', en: 'A number, or text that holds one.' },
    },
  ],
  returns: 'number',
  help: {
    ru: 'Делает целое число: дробная часть отбрасывается, ведущие нули и плюс не мешают.',
    en: 'Makes a whole number: the fraction is cut off, leading zeros and a plus sign do no harm.',
  },
  onError: { ru: 'Из текста, который не число, ничего не получится: результат пуст.', en: 'Text that is not a number gives nothing.' },
  examples: [
    { script: 'int(1.8)', gives: 1 },
    { script: 'int(-1.8)', gives: -1 },
    { script: "int('007')", gives: 7 },
    { script: "int('+5')", gives: 5 },
    { script: "int('five')", gives: null },
  ],
  run(num) {
    const plain = withoutPlus(num)
    if (plain === undefined) return undefined
    if (typeof plain === 'number') return Math.trunc(plain)
    // Cutting the text keeps every digit of a long whole part.
    return exactNumber(toText(plain).split('.', 1)[0] ?? '')
  },
})
