import { defineFunction } from '../define-function.ts'
import { columnNumber } from '../shared/column-letters.ts'

export const c2n = defineFunction({
  name: 'c2n',
  category: 'column-letters',
  params: [{ name: 'str', type: 'text', about: { ru: 'Буквы столбца, например AB.', en: 'Letters of a column, such as AB.' } }],
  returns: 'number',
  help: { ru: 'Номер столбца таблицы по его буквам: A – это 1.', en: 'Number of a spreadsheet column from its letters: A is 1.' },
  onError: { ru: 'Если это не латинские буквы, результата нет.', en: 'Anything but Latin letters gives no result.' },
  examples: [
    { script: "c2n('AAB')", gives: 704 },
    { script: "c2n('z')", gives: 26 },
    { script: "c2n('A1')", gives: null },
  ],
  run: columnNumber,
})
