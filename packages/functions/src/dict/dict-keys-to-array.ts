import { defineFunction } from '../define-function.ts'
import { notADict, whichDict } from '../shared/phrases.ts'

export const dictKeysToArray = defineFunction({
  name: 'dict_keys_to_array',
  category: 'dict',
  params: [{ name: 'data', type: 'dict', about: whichDict }],
  returns: 'array of text',
  help: { ru: 'Все ключи словаря по порядку.', en: 'All keys of a dictionary, in their order.' },
  onError: notADict,
  examples: [{ script: "dict_keys_to_array({'tea': 1, '10': 2, '2': 3})", gives: ['tea', '10', '2'] }],
  run: (data) => [...data.keys()],
})
