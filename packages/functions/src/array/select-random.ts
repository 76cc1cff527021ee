import { asArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { randomIndex } from '../shared/random-index.ts'

export const selectRandom = defineFunction({
  name: 'select_random',
  category: 'array',
  params: [
    {
      name: 'values',
      type: 'any',
      variadic: true,
      about: { ru: 'Варианты через запятую или один массив.', en: 'The choices, or one array of them.' },
    },
  ],
  returns: 'any',
  help: {
    ru: 'Случайное из перечисленных значений или случайный элемент массива.',
    en: 'A random one of the values given, or a random element of one array.',
  },
  onError: {
    ru: 'Если передать одно значение и это не массив, результата нет.',
    en: 'One value alone that is not an array gives no result.',
  },
  examples: [
    { script: "select_random('heads', 'tails')", givesOneOf: ['heads', 'tails'] },
    { script: "select_random(['tea'])", gives: 'tea' },
  ],
  run(values, world) {
    const [only = null] = values
    const choices = values.length > 1 ? values : asArray(only)
    if (!choices) return undefined
    return choices.length === 0 ? null : (choices[randomIndex(choices.length, world)] ?? null)
  },
})
