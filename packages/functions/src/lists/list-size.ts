import { defineHostFunction } from '../define-function.ts'

export const listSize = defineHostFunction({
  name: 'list_size',
  category: 'lists',
  params: [{ name: 'list', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } }],
  returns: 'integer',
  help: { ru: 'Сколько клиентов в списке.', en: 'How many clients the list has.' },
  onError: { ru: 'Если такого списка нет, даёт 0.', en: 'No such list gives 0.' },
  examples: [
    { script: 'done = add_to_list(1)\nlist_size(1)', gives: 1 },
    { script: 'list_size(99)', gives: 0 },
  ],
  readsOnly: true,
  failure: 0,
  run: (list, { ports }) => ports.lists.size([list]),
})
