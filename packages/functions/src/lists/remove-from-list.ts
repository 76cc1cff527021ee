import { defineHostFunction } from '../define-function.ts'
import { numbersOf } from '../shared/numbers-of.ts'

export const removeFromList = defineHostFunction({
  name: 'remove_from_list',
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
    ru: 'Убирает клиента из списка или из нескольких. True, если он там был.',
    en: 'Takes the client out of a list or of several. True if he was there.',
  },
  onError: {
    ru: 'Если его там не было или такого списка нет, даёт False.',
    en: 'A client who was not there, or no such list, gives False.',
  },
  examples: [
    { script: 'done = add_to_list(1)\nremove_from_list(1)', gives: true },
    { script: 'remove_from_list(2)', gives: false },
  ],
  failure: false,
  run(given, clientId, { ports }) {
    const lists = numbersOf(given)
    return lists ? ports.lists.remove(lists, clientId ?? ports.conversation.clientId) : false
  },
})
