import { defineFunction } from '../define-function.ts'
import { looselyEqualTo } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const inArray = defineFunction({
  name: 'in_array',
  category: 'array',
  params: [
    { name: 'mass', type: 'array', about: whichArray },
    { name: 'value', type: 'any', about: { ru: 'Что искать.', en: 'What to look for.' } },
  ],
  returns: 'boolean',
  help: {
    ru: 'Есть ли такой элемент в массиве. Число и его текст – одно и то же, регистр букв важен.',
    en: 'Does the array have such an element? A number and its text are the same; capital and small letters differ.',
  },
  onError: notAnArray,
  examples: [
    { script: "in_array(['tea', 'coffee'], 'tea')", gives: true },
    { script: "in_array([5, 6], '5')", gives: true },
    { script: "in_array(['Tea'], 'tea')", gives: false },
  ],
  run: (mass, value) => mass.some(looselyEqualTo(value)),
})
