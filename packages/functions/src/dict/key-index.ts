import { defineFunction } from '../define-function.ts'
import { notADict, whichDict } from '../shared/phrases.ts'

export const keyIndex = defineFunction({
  name: 'key_index',
  category: 'dict',
  params: [
    { name: 'mass', type: 'dict', about: whichDict },
    { name: 'key', type: 'text', about: { ru: 'Ключ.', en: 'The key.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Каким по счёту, начиная с 0, стоит ключ в словаре; если его нет, -1.',
    en: 'The position of a key in the dictionary, counted from 0; -1 if it is not there.',
  },
  onError: notADict,
  examples: [
    { script: "key_index({'tea': 1, 'coffee': 2}, 'coffee')", gives: 1 },
    { script: "key_index({'tea': 1}, 'milk')", gives: -1 },
  ],
  run: (mass, key) => [...mass.keys()].indexOf(key),
})
