import { defineFunction } from '../define-function.ts'
import { asElement } from '../shared/as-element.ts'
import { notAnArray, storedAsJson, whichArray } from '../shared/phrases.ts'

export const insert = defineFunction({
  name: 'insert',
  category: 'array',
  params: [
    { name: 'mass', type: 'array', about: whichArray },
    { name: 'index', type: 'integer', about: { ru: 'На какое место, считая от 0.', en: 'At which position, counted from 0.' } },
    { name: 'value', type: 'any', about: { ru: 'Что вставить.', en: 'What to insert.' } },
    { name: 'priznak', type: 'boolean', optional: true, default: false, about: storedAsJson },
  ],
  returns: 'array',
  help: {
    ru: 'Даёт массив с элементом, вставленным на место; остальные сдвигаются. Место за концом – в конец.',
    en: 'Gives the array with an element inserted at a position; the others move on. A position past the end means the end.',
  },
  onError: notAnArray,
  examples: [
    { script: "insert(['a', 'c'], 1, 'b')", gives: ['a', 'b', 'c'] },
    { script: "insert(['a'], 99, 5, True)", gives: ['a', 5] },
  ],
  run: (mass, index, value, asJson) => mass.toSpliced(index, 0, asElement(value, asJson)),
})
