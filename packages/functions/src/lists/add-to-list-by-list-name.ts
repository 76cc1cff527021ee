import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const addToListByListName = defineHostFunction({
  name: 'add_to_list_by_list_name',
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
  returns: 'none',
  help: { ru: 'Добавляет клиента в список по его названию.', en: 'Adds the client to a list by its name.' },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: "add_to_list_by_list_name('Regulars')", gives: null },
    { script: "add_to_list_by_list_name('None such')", gives: false },
  ],
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.lists.find(name.trim()), (list) =>
      list === undefined
        ? false
        : onceKnown(ports.lists.add([list], clientId ?? ports.conversation.clientId), (added) => (added ? null : false)),
    ),
})
