import { defineFunction } from '../define-function.ts'
import { looselyEqualTo } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const index = defineFunction({
  name: 'index',
  category: 'array',
  params: [
    { name: 'mass', type: 'array', about: whichArray },
    { name: 'value', type: 'any', about: { ru: 'Что искать.', en: 'What to look for.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Номер первого элемента, равного значению, считая от 0; если такого нет, -1.',
    en: 'Position of the first element that equals the value, counted from 0; -1 if there is none.',
  },
  onError: notAnArray,
  examples: [
    { script: "index(['tea', 'coffee'], 'coffee')", gives: 1 },
    { script: "index(['1', 2], 2)", gives: 1 },
    { script: 'index([1, 2], 5)', gives: -1 },
  ],
  run: (mass, value) => mass.findIndex(looselyEqualTo(value)),
})
