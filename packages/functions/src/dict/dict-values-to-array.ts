import { defineFunction } from '../define-function.ts'
import { notADict, whichDict } from '../shared/phrases.ts'

export const dictValuesToArray = defineFunction({
  name: 'dict_values_to_array',
  category: 'dict',
  params: [{ name: 'data', type: 'dict', about: whichDict }],
  returns: 'array',
  help: { ru: 'Все значения словаря по порядку.', en: 'All values of a dictionary, in their order.' },
  onError: notADict,
  examples: [{ script: "dict_values_to_array({'tea': 1, 'coffee': '2'})", gives: [1, '2'] }],
  run: (data) => [...data.values()],
})
