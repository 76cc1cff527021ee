import { defineFunction } from '../define-function.ts'
import { columnLetters, columnNumber } from '../shared/column-letters.ts'

export const addCols = defineFunction({
  name: 'addCols',
  aliases: ['add_cols'],
  category: 'column-letters',
  params: [
    { name: 'str', type: 'text', about: { ru: 'Буквы столбца, например AB.', en: 'Letters of a column, such as AB.' } },
    {
      name: 'n',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: 'На сколько столбцов вправо; отрицательное – влево.', en: 'How many columns to the right; negative: to the left.' },
    },
  ],
  returns: 'text',
  help: { ru: 'Столбец таблицы правее или левее данного.', en: 'The spreadsheet column to the right or left of this one.' },
  onError: { ru: 'Левее столбца A ничего нет: результат пуст.', en: 'There is nothing to the left of column A: no result.' },
  examples: [
    { script: "addCols('AA', -1)", gives: 'Z' },
    { script: "addCols('A', -1)", gives: null },
  ],
  run(str, n) {
    const number = columnNumber(str)
    return number === undefined ? undefined : columnLetters(number + n)
  },
})
