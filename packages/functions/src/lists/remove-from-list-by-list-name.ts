import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const removeFromListByListName = defineHostFunction({
  name: 'remove_from_list_by_list_name',
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
    ru: 'Убирает клиента из списка по его названию. True, если он там был.',
    en: 'Takes the client out of a list by its name. True if he was there.',
  },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: "done = add_to_list(1)\nremove_from_list_by_list_name('Regulars')", gives: true },
    { script: "remove_from_list_by_list_name('None such')", gives: false },
  ],
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.lists.find(name.trim()), (list) =>
      list === undefined ? false : ports.lists.remove([list], clientId ?? ports.conversation.clientId),
    ),
})
