import { defineFunction } from '../define-function.ts'
import { asElement } from '../shared/as-element.ts'
import { notAnArray, storedAsJson, whichArray } from '../shared/phrases.ts'

export const append = defineFunction({
  name: 'append',
  category: 'array',
  params: [
    { name: 'mass', type: 'array', about: whichArray },
    { name: 'element', type: 'any', about: { ru: 'Что добавить.', en: 'What to add.' } },
    { name: 'priznak', type: 'boolean', optional: true, default: false, about: storedAsJson },
  ],
  returns: 'array',
  help: {
    ru: 'Даёт массив с ещё одним элементом в конце. Исходный не меняется, поэтому результат надо сохранить.',
    en: 'Gives the array with one more element at its end. The source stays as it was, so keep the result.',
  },
  onError: notAnArray,
  examples: [
    { script: "append(['Ann', 'Bob'], 'Eve')", gives: ['Ann', 'Bob', 'Eve'] },
    { script: 'append([1], 2, True)', gives: [1, 2] },
    { script: 'append([1], 2)', gives: [1, '2'] },
  ],
  run: (mass, element, asJson) => [...mass, asElement(element, asJson)],
})
