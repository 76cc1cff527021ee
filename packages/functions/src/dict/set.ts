import { isArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { asElement } from '../shared/as-element.ts'
import { elementIndex } from '../shared/element-index.ts'
import { storedAsJson, whichContainer } from '../shared/phrases.ts'

export const set = defineFunction({
  name: 'set',
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
    { name: 'value', type: 'any', about: { ru: 'Что туда записать.', en: 'What to put there.' } },
    { name: 'priznak', type: 'boolean', optional: true, default: false, about: storedAsJson },
  ],
  returns: 'dict|array',
  help: {
    ru: 'Даёт копию, в которой по ключу или номеру стоит новое значение. Исходник не меняется.',
    en: 'Gives a copy with a new value under the key or at the index. The source stays as it was.',
  },
  onError: {
    ru: 'Если это не массив и не словарь или в массиве нет такого номера, результата нет.',
    en: 'Something that is neither array nor dictionary, or an index outside the array, gives no result.',
  },
  examples: [
    { script: "set({'a': 1}, 'b', 'two')", gives: { a: 1, b: 'two' } },
    { script: 'set([1, 2], 0, 5, True)', gives: [5, 2] },
    { script: 'set([1, 2], 7, 5)', gives: null },
  ],
  run(mass, key, value, asJson) {
    const element = asElement(value, asJson)
    if (!isArray(mass)) return new Map(mass).set(key, element)
    const index = elementIndex(key, mass.length)
    return index === undefined ? undefined : mass.with(index, element)
  },
})
