import { defineHostFunction } from '../define-function.ts'
import { numbersOf } from '../shared/numbers-of.ts'

export const listsJointCount = defineHostFunction({
  name: 'lists_joint_count',
  category: 'lists',
  params: [
    { name: 'lists', type: 'any', about: { ru: 'Массив номеров списков.', en: 'An array of numbers of lists.' }, shown: { type: 'array' } },
  ],
  returns: 'integer',
  help: { ru: 'Сколько разных клиентов в нескольких списках вместе.', en: 'How many different clients several lists have together.' },
  onError: { ru: 'Если это не массив номеров, даёт 0.', en: 'Something that is no array of numbers gives 0.' },
  examples: [{ script: 'done = add_to_list([1, 2])\nlists_joint_count([1, 2])', gives: 1 }],
  readsOnly: true,
  failure: 0,
  run: (given, { ports }) => ports.lists.size(numbersOf(given) ?? []),
})
