import { defineFunction } from '../define-function.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'
import { randomIndex } from '../shared/random-index.ts'

export const shuffleMassive = defineFunction({
  name: 'shuffle_massive',
  category: 'array',
  params: [{ name: 'massive', type: 'array', about: whichArray }],
  returns: 'array',
  help: { ru: 'Даёт те же элементы в случайном порядке.', en: 'Gives the same elements in random order.' },
  onError: notAnArray,
  examples: [
    {
      script: "shuffle_massive(['a', 'b'])",
      givesOneOf: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    },
  ],
  run(massive, world) {
    const drawn = [...massive]
    for (let last = drawn.length - 1; last > 0; last--) {
      const other = randomIndex(last + 1, world)
      const held = drawn[last] ?? null
      drawn[last] = drawn[other] ?? null
      drawn[other] = held
    }
    return drawn
  },
})
