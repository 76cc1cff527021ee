import { isArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { looselyEqualTo } from '../shared/loose-set.ts'
import { notAContainer, whichContainer } from '../shared/phrases.ts'

export const remove = defineFunction({
  name: 'remove',
  category: 'array',
  params: [
    { name: 'mass', type: 'container', about: whichContainer },
    { name: 'value', type: 'any', about: { ru: 'Какое значение убрать.', en: 'The value to take out.' } },
  ],
  returns: 'array|dict',
  help: {
    ru: 'Даёт копию без первого элемента, равного значению. Число и его текст – одно и то же.',
    en: 'Gives a copy without the first element that equals the value. A number and its text are the same.',
  },
  onError: notAContainer,
  examples: [
    { script: "remove(['tea', 'coffee', 'tea'], 'tea')", gives: ['coffee', 'tea'] },
    { script: "remove({'a': 1, 'b': 2}, 2)", gives: { a: 1 } },
  ],
  run(mass, value) {
    const equals = looselyEqualTo(value)
    if (isArray(mass)) {
      const index = mass.findIndex(equals)
      return index < 0 ? mass : mass.toSpliced(index, 1)
    }
    const pairs = [...mass]
    const index = pairs.findIndex(([, each]) => equals(each))
    return index < 0 ? mass : new Map(pairs.toSpliced(index, 1))
  },
})
