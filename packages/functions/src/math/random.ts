import { defineFunction } from '../define-function.ts'
import { randomIndex } from '../shared/random-index.ts'
import { notANumber } from '../shared/phrases.ts'

export const random = defineFunction({
  name: 'random',
  category: 'math',
  params: [
    { name: 'low', type: 'integer', about: { ru: 'Наименьшее возможное число.', en: 'The smallest number possible.' } },
    { name: 'high', type: 'integer', about: { ru: 'Наибольшее возможное число.', en: 'The largest number possible.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Случайное целое число от одного до другого, оба включительно.',
    en: 'A random whole number from one to the other, both included.',
  },
  onError: notANumber,
  examples: [
    { script: 'random(1, 3)', givesOneOf: [1, 2, 3] },
    { script: 'random(7, 7)', gives: 7 },
  ],
  run(low, high, world) {
    const [from, to] = low < high ? [low, high] : [high, low]
    return from + randomIndex(to - from + 1, world)
  },
})
