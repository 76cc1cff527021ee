import { defineHostFunction } from '../define-function.ts'
import { numbersOf } from '../shared/numbers-of.ts'

export const moveToList = defineHostFunction({
  name: 'move_to_list',
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
  returns: 'boolean',
  help: {
    ru: 'Переносит клиента в список: из всех остальных он уходит. Даёт True.',
    en: 'Moves the client to a list: he leaves all others. Gives True.',
  },
  onError: { ru: 'Если такого списка или клиента нет, даёт False.', en: 'No such list or client gives False.' },
  examples: [
    { script: 'done = add_to_list(1)\ndone = move_to_list(2)\ninlist(1)', gives: false },
    { script: 'move_to_list(99)', gives: false },
  ],
  failure: false,
  run(given, clientId, { ports }) {
    const lists = numbersOf(given)
    return lists ? ports.lists.move(lists, clientId ?? ports.conversation.clientId) : false
  },
})
