import { asArray, asDict, length, toText } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'

export const len = defineFunction({
  name: 'len',
  category: 'string',
  params: [
    { name: 'str', type: 'any', about: { ru: 'Текст, число, массив или словарь.', en: 'A text, a number, an array or a dictionary.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Сколько в тексте символов; у массива и словаря – сколько элементов. Смайлик считается за один символ.',
    en: 'How many characters a text has; for arrays and dictionaries, how many elements. An emoji counts as one.',
  },
  examples: [
    { script: "len('ёжик')", gives: 4 },
    { script: 'len(12345)', gives: 5 },
    { script: 'len([1, 2, 3])', gives: 3 },
  ],
  run: (str) => asArray(str)?.length ?? asDict(str)?.size ?? length(toText(str)),
})
