import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const upper = defineFunction({
  name: 'upper',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Все буквы заглавные.', en: 'All letters capital.' },
  examples: [{ script: "upper('ёжик abc 5')", gives: 'ЁЖИК ABC 5' }],
  run: (str) => str.toUpperCase(),
})
