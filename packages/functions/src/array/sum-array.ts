import { asArray, classify } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { whichArray } from '../shared/phrases.ts'

export const sumArray = defineFunction({
  name: 'sum_array',
  category: 'array',
  params: [{ name: 'array', type: 'any', shown: { type: 'array' }, about: whichArray }],
  returns: 'number|text',
  help: {
    ru: 'Складывает все числа массива, в том числе записанные текстом. Пустой массив даёт 0.',
    en: 'Adds up all numbers of an array, those written as text too. An empty array gives 0.',
  },
  onError: {
    ru: 'Если среди элементов есть не число или это не массив, даёт текст «array has unsupported elements».',
    en: 'If an element is not a number, or this is not an array, it gives the text "array has unsupported elements".',
  },
  examples: [
    { script: "sum_array([1, 2.5, '3'])", gives: 6.5 },
    { script: 'sum_array([])', gives: 0 },
    { script: "sum_array([1, 'a'])", gives: 'array has unsupported elements' },
  ],
  run(array) {
    let sum = 0
    for (const element of asArray(array) ?? [null]) {
      const classified = classify(element)
      if (classified.kind !== 'number') return 'array has unsupported elements'
      sum += Number(classified.value)
    }
    return sum
  },
})
