import { isArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notAContainer, sortDescending, whichContainer } from '../shared/phrases.ts'
import { sorted } from '../shared/sorted.ts'

export const sort = defineFunction({
  name: 'sort',
  category: 'array',
  params: [
    { name: 'mass', type: 'container', about: whichContainer },
    { name: 'b', type: 'boolean', optional: true, default: false, about: sortDescending },
  ],
  returns: 'array|dict',
  help: {
    ru: 'Упорядочивает массив по значениям, словарь – по ключам. Если всё это числа, то по величине, иначе по алфавиту.',
    en: 'Puts an array in order of its values, a dictionary in order of its keys: by size if all are numbers, otherwise by alphabet.',
  },
  onError: notAContainer,
  examples: [
    { script: 'sort([3, 1, 2])', gives: [1, 2, 3] },
    { script: 'sort([3, 1, 2], True)', gives: [3, 2, 1] },
    { script: "dict_keys_to_array(sort({'b': 1, 'a': 2}))", gives: ['a', 'b'] },
  ],
  run: (mass, descending) =>
    isArray(mass) ? sorted(mass, (element) => element, descending) : new Map(sorted([...mass], ([key]) => key, descending)),
})
