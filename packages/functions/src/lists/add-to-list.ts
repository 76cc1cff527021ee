import { defineHostFunction } from '../define-function.ts'
import { numbersOf } from '../shared/numbers-of.ts'
import { onceKnown } from '../shared/once-known.ts'

export const addToList = defineHostFunction({
  name: 'add_to_list',
  category: 'lists',
  params: [
    {
      name: 'list',
      type: 'any',
      about: { ru: 'Номер списка или массив номеров.', en: 'Number of a list, or an array of them.' },
      shown: { type: 'integer|array' },
    },
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'none',
  help: { ru: 'Добавляет клиента в список или в несколько.', en: 'Adds the client to a list or to several.' },
  onError: { ru: 'Если такого списка или клиента нет, даёт False.', en: 'No such list or client gives False.' },
  examples: [
    { script: 'add_to_list([1, 2])', gives: null },
    { script: 'add_to_list(99)', gives: false },
  ],
  failure: false,
  run(given, clientId, { ports }) {
    const lists = numbersOf(given)
    return lists ? onceKnown(ports.lists.add(lists, clientId ?? ports.conversation.clientId), (added) => (added ? null : false)) : false
  },
})
