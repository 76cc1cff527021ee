import { defineHostFunction } from '../define-function.ts'

export const clearList = defineHostFunction({
  name: 'clear_list',
  category: 'lists',
  params: [{ name: 'list', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } }],
  returns: 'boolean',
  help: { ru: 'Убирает из списка всех клиентов. Даёт True.', en: 'Takes all clients out of the list. Gives True.' },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: 'clear_list(1)', gives: true },
    { script: 'clear_list(99)', gives: false },
  ],
  failure: false,
  run: (list, { ports }) => ports.lists.clear(list),
})
