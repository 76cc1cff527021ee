import { defineFunction } from '../define-function.ts'
import { looselyEqualTo } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const countOccurrences = defineFunction({
  name: 'count_occurrences',
  category: 'array',
  params: [
    { name: 'array', type: 'array', about: whichArray },
    { name: 'element', type: 'any', about: { ru: 'Что посчитать.', en: 'What to count.' } },
  ],
  returns: 'number',
  help: { ru: 'Сколько раз значение встречается в массиве.', en: 'How many times a value occurs in an array.' },
  onError: notAnArray,
  examples: [{ script: "count_occurrences([1, 2, '1', 3], 1)", gives: 2 }],
  run: (array, element) => array.filter(looselyEqualTo(element)).length,
})
