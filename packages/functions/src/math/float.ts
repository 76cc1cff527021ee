import { defineFunction } from '../define-function.ts'
import { exactNumber } from '../shared/exact-number.ts'
import { withoutPlus } from '../shared/without-plus.ts'

export const float = defineFunction({
  name: 'float',
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
    ru: 'Делает из текста число, дробная часть остаётся.',
    en: 'Makes a number of a text and keeps its fraction.',
  },
  onError: { ru: 'Из текста, который не число, ничего не получится: результат пуст.', en: 'Text that is not a number gives nothing.' },
  examples: [
    { script: "float('1.5')", gives: 1.5 },
    { script: "float('1,5')", gives: null },
  ],
  run(num) {
    const plain = withoutPlus(num)
    return plain === undefined ? undefined : exactNumber(plain)
  },
})
