import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const randomListMember = defineHostFunction({
  name: 'random_list_member',
  category: 'lists',
  params: [{ name: 'list_id', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } }],
  returns: 'integer',
  help: { ru: 'Номер случайного клиента из списка.', en: 'The number of a random client of the list.' },
  onError: { ru: 'Если в списке никого нет – пусто.', en: 'An empty list gives nothing.' },
  examples: [
    { script: 'done = add_to_list(1)\nrandom_list_member(1)', gives: 1 },
    { script: 'random_list_member(2)', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (list, world) => onceKnown(world.ports.lists.randomMember(list, world.random()), (client) => client ?? null),
})
