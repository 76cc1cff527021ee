import { defineHostFunction } from '../define-function.ts'

export const inlist = defineHostFunction({
  name: 'inlist',
  category: 'lists',
  params: [
    { name: 'list', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } },
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'boolean',
  help: { ru: 'Есть ли клиент в списке.', en: 'Is the client in the list?' },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: 'done = add_to_list(1)\ninlist(1)', gives: true },
    { script: 'inlist(2)', gives: false },
  ],
  readsOnly: true,
  failure: false,
  run: (list, clientId, { ports }) => ports.lists.has(list, clientId ?? ports.conversation.clientId),
})
