import { isArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { elementIndex } from '../shared/element-index.ts'
import { notAContainer, whichContainer } from '../shared/phrases.ts'

export const del = defineFunction({
  name: 'del',
  category: 'array',
  params: [
    { name: 'mass', type: 'container', about: whichContainer },
    {
      name: 'key',
      type: 'key',
      shown: { type: 'integer|text' },
      about: {
        ru: 'Номер элемента (от 0, отрицательный – с конца) или ключ.',
        en: 'Index of the element (from 0, negative from the end), or the key.',
      },
    },
  ],
  returns: 'array|dict',
  help: {
    ru: 'Даёт копию без этого элемента или ключа. Если такого нет, копия полная.',
    en: 'Gives a copy without this element or key. If there is no such thing, the copy is complete.',
  },
  onError: notAContainer,
  examples: [
    { script: "del(['a', 'b', 'c'], 0)", gives: ['b', 'c'] },
    { script: "del({'a': 1, 'b': 2}, 'a')", gives: { b: 2 } },
  ],
  run(mass, key) {
    if (!isArray(mass)) return new Map([...mass].filter(([each]) => each !== key))
    const index = elementIndex(key, mass.length)
    return index === undefined ? mass : mass.toSpliced(index, 1)
  },
})
