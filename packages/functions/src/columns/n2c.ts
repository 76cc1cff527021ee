import { defineFunction } from '../define-function.ts'
import { columnLetters } from '../shared/column-letters.ts'

export const n2c = defineFunction({
  name: 'n2c',
  category: 'column-letters',
  params: [{ name: 'n', type: 'integer', about: { ru: 'Номер столбца, считая от 1.', en: 'Number of the column, counted from 1.' } }],
  returns: 'text',
  help: { ru: 'Буквы столбца таблицы по его номеру.', en: 'Letters of a spreadsheet column from its number.' },
  onError: { ru: 'Для чисел меньше 1 результата нет.', en: 'Numbers below 1 give no result.' },
  examples: [
    { script: 'n2c(54)', gives: 'BB' },
    { script: 'n2c(0)', gives: null },
  ],
  run: columnLetters,
})
