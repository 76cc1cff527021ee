import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const moveToListByListName = defineHostFunction({
  name: 'move_to_list_by_list_name',
  category: 'lists',
  params: [
    { name: 'name', type: 'text', about: { ru: 'Название списка.', en: 'Name of the list.' } },
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Переносит клиента в список по его названию: из всех остальных он уходит. Даёт True.',
    en: 'Moves the client to a list by its name: he leaves all others. Gives True.',
  },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: "move_to_list_by_list_name('Regulars')", gives: true },
    { script: "move_to_list_by_list_name('None such')", gives: false },
  ],
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.lists.find(name.trim()), (list) =>
      list === undefined ? false : ports.lists.move([list], clientId ?? ports.conversation.clientId),
    ),
})
