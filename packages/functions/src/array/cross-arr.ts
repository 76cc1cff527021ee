import { defineFunction } from '../define-function.ts'
import { LooseSet } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const crossArr = defineFunction({
  name: 'cross_arr',
  category: 'array',
  params: [
    { name: 'mas1', type: 'array', about: whichArray },
    { name: 'mas2', type: 'array', about: { ru: 'С чем сравнить.', en: 'What to compare it with.' } },
  ],
  returns: 'array',
  help: {
    ru: 'Элементы первого массива, которые есть и во втором, в прежнем порядке.',
    en: 'The elements of the first array that the second has too, in their order.',
  },
  onError: notAnArray,
  examples: [{ script: "cross_arr(['tea', 'coffee', 'milk'], ['milk', 'tea'])", gives: ['tea', 'milk'] }],
  run(mas1, mas2) {
    const others = new LooseSet(mas2)
    return mas1.filter((element) => others.has(element))
  },
})
