import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const contains = defineFunction({
  name: 'contains',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    { name: 'substr', type: 'text', about: { ru: 'Что в нём искать.', en: 'What to look for.' } },
    {
      name: 'registr',
      type: 'boolean',
      optional: true,
      default: true,
      about: { ru: 'False – не различать заглавные и строчные буквы.', en: 'False: capital and small letters are the same.' },
    },
  ],
  returns: 'boolean',
  help: { ru: 'Есть ли в тексте такой кусок.', en: 'Does the text have this somewhere in it?' },
  examples: [
    { script: "contains('delivery today', 'today')", gives: true },
    { script: "contains('ЁЛКА', 'ёлка', False)", gives: true },
    { script: "contains('ЁЛКА', 'ёлка')", gives: false },
  ],
  run: (str, substr, registr) => (registr ? str.includes(substr) : str.toLowerCase().includes(substr.toLowerCase())),
})
