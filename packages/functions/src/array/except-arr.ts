import { defineFunction } from '../define-function.ts'
import { LooseSet } from '../shared/loose-set.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'

export const exceptArr = defineFunction({
  name: 'except_arr',
  category: 'array',
  params: [
    { name: 'mas1', type: 'array', about: whichArray },
    { name: 'mas2', type: 'array', about: { ru: 'Что из него убрать.', en: 'What to take out of it.' } },
  ],
  returns: 'array',
  help: {
    ru: 'Элементы первого массива, которых нет во втором, в прежнем порядке.',
    en: 'The elements of the first array that the second does not have, in their order.',
  },
  onError: notAnArray,
  examples: [{ script: 'except_arr([1, 2, 3], [2, 3])', gives: [1] }],
  run(mas1, mas2) {
    const others = new LooseSet(mas2)
    return mas1.filter((element) => !others.has(element))
  },
})
