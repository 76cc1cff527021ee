import type { Value } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { LooseSet } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const removeDuplicates = defineFunction({
  name: 'remove_duplicates',
  category: 'array',
  params: [{ name: 'array', type: 'array', about: whichArray }],
  returns: 'array',
  help: {
    ru: 'Убирает повторы: остаётся первый из одинаковых, порядок сохраняется.',
    en: 'Removes repetitions: the first of equal elements stays, the order too.',
  },
  onError: notAnArray,
  examples: [
    { script: 'remove_duplicates([1, 2, 5, 1, 5, 3])', gives: [1, 2, 5, 3] },
    { script: "remove_duplicates([5, '5', 'five'])", gives: [5, 'five'] },
  ],
  run(array) {
    const met = new LooseSet()
    const kept: Value[] = []
    for (const element of array) {
      if (met.has(element)) continue
      met.add(element)
      kept.push(element)
    }
    return kept
  },
})
