import { defineFunction } from '../define-function.ts'
import { notADict, whichDict } from '../shared/phrases.ts'

export const existKey = defineFunction({
  name: 'exist_key',
  category: 'dict',
  params: [
    { name: 'mass', type: 'dict', about: whichDict },
    { name: 'key', type: 'text', about: { ru: 'Ключ.', en: 'The key.' } },
  ],
  returns: 'boolean',
  help: {
    ru: 'Есть ли в словаре такой ключ. Вложенные словари не просматриваются.',
    en: 'Does the dictionary have this key? Dictionaries inside it are not searched.',
  },
  onError: notADict,
  examples: [
    { script: "exist_key({'name': 'Ann'}, 'name')", gives: true },
    { script: "exist_key({'client': {'name': 'Ann'}}, 'name')", gives: false },
  ],
  run: (mass, key) => mass.has(key),
})
