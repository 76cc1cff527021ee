import { asArray, asDict } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { whichContainer } from '../shared/phrases.ts'

export const arrLen = defineFunction({
  name: 'arr_len',
  category: 'array',
  params: [{ name: 'mass', type: 'any', optional: true, keepsBlank: true, shown: { type: 'array|dict' }, about: whichContainer }],
  returns: 'number',
  help: {
    ru: 'Сколько элементов в массиве или пар в словаре. Без аргумента – 0, а если это не массив и не словарь, то -1.',
    en: 'How many elements an array has, or pairs a dictionary. Without an argument 0; for anything else -1.',
  },
  examples: [
    { script: "arr_len(['tea', 'coffee'])", gives: 2 },
    { script: "arr_len('tea')", gives: -1 },
    { script: 'arr_len()', gives: 0 },
  ],
  run: (mass) => (mass === undefined ? 0 : (asArray(mass)?.length ?? asDict(mass)?.size ?? -1)),
})
