import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const strip = defineFunction({
  name: 'strip',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Убирает пробелы по краям, внутри они остаются.', en: 'Removes white space at both ends; inside it stays.' },
  examples: [{ script: "strip('  good morning  ')", gives: 'good morning' }],
  run: (str) => str.trim(),
})
