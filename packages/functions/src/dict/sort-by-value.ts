import { defineFunction } from '../define-function.ts'
import { notADict, sortDescending, whichDict } from '../shared/phrases.ts'
import { sorted } from '../shared/sorted.ts'

export const sortByValue = defineFunction({
  name: 'sort_by_value',
  category: 'dict',
  params: [
    { name: 'dict', type: 'dict', about: whichDict },
    { name: 'b', type: 'boolean', optional: true, default: false, about: sortDescending },
  ],
  returns: 'dict',
  help: {
    ru: 'Упорядочивает пары словаря по значениям, например участников по баллам. Равные остаются в прежнем порядке.',
    en: 'Puts the pairs of a dictionary in order of their values, such as players by score. Equal ones keep their order.',
  },
  onError: notADict,
  examples: [
    { script: "dict_keys_to_array(sort_by_value({'Ann': 6, 'Bob': 20, 'Eve': 1}))", gives: ['Eve', 'Ann', 'Bob'] },
    { script: "dict_keys_to_array(sort_by_value({'Ann': 6, 'Bob': 20, 'Eve': 1}, True))", gives: ['Bob', 'Ann', 'Eve'] },
  ],
  run: (dict, descending) => new Map(sorted([...dict], ([, value]) => value, descending)),
})
