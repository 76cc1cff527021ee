import { defineFunction } from '../define-function.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'
import { randomIndex } from '../shared/random-index.ts'

export const selectRandomFromList = defineFunction({
  name: 'select_random_from_list',
  category: 'array',
  params: [{ name: 'array', type: 'array', about: whichArray }],
  returns: 'any',
  help: {
    ru: 'Случайный элемент массива, например одно из приветствий. Из пустого – пусто.',
    en: 'A random element of an array, such as one of several greetings. An empty one gives nothing.',
  },
  onError: notAnArray,
  examples: [
    { script: "select_random_from_list(['Hello!', 'Good day!'])", givesOneOf: ['Hello!', 'Good day!'] },
    { script: 'select_random_from_list([])', gives: null },
  ],
  run: (array, world) => (array.length === 0 ? null : (array[randomIndex(array.length, world)] ?? null)),
})
