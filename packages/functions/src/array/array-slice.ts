import { defineFunction } from '../define-function.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const arraySlice = defineFunction({
  name: 'array_slice',
  category: 'array',
  params: [
    { name: 'array', type: 'array', about: whichArray },
    {
      name: 'start_index',
      type: 'integer',
      about: {
        ru: 'С какого элемента, считая от 0; отрицательное – с конца.',
        en: 'The first element to take, counted from 0; negative: from the end.',
      },
    },
    {
      name: 'end_index',
      type: 'integer',
      optional: true,
      about: { ru: 'Перед каким остановиться. Без него – до конца.', en: 'Where to stop, not included. Without it: at the end.' },
    },
  ],
  returns: 'array',
  help: { ru: 'Даёт часть массива, например первые пять товаров.', en: 'Gives a part of an array, such as the first five goods.' },
  onError: notAnArray,
  examples: [
    { script: "array_slice(['a', 'b', 'c', 'd'], 1)", gives: ['b', 'c', 'd'] },
    { script: "array_slice(['a', 'b', 'c', 'd'], 1, -1)", gives: ['b', 'c'] },
  ],
  run: (array, from, to) => array.slice(from, to),
})
