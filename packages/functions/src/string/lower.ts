import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const lower = defineFunction({
  name: 'lower',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Все буквы строчные.', en: 'All letters small.' },
  examples: [{ script: "lower('ЁЖ ABC 5')", gives: 'ёж abc 5' }],
  run: (str) => str.toLowerCase(),
})
