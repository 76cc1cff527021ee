import { isArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { elementIndex } from '../shared/element-index.ts'
import { notAContainer, whichContainer } from '../shared/phrases.ts'

export const get = defineFunction({
  name: 'get',
  category: 'dict',
  params: [
    { name: 'mass', type: 'container', shown: { type: 'dict|array' }, about: whichContainer },
    {
      name: 'key',
      type: 'key',
      about: {
        ru: 'Ключ словаря или номер в массиве, считая от 0.',
        en: 'The key of a dictionary, or the index in an array, counted from 0.',
      },
    },
  ],
  returns: 'any',
  help: {
    ru: 'Значение по ключу словаря или номеру в массиве. Если такого нет – пусто.',
    en: 'The value under a key of a dictionary or at an index of an array. If there is none, nothing.',
  },
  onError: notAContainer,
  examples: [
    { script: "get({'price': 500}, 'price')", gives: 500 },
    { script: 'get([10, 20, 30], 1)', gives: 20 },
    { script: "get({'price': 500}, 'size')", gives: null },
  ],
  run(mass, key) {
    if (!isArray(mass)) return mass.get(key) ?? null
    const index = elementIndex(key, mass.length)
    return index === undefined ? null : (mass[index] ?? null)
  },
})
