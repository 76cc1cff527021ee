import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const clearListByListName = defineHostFunction({
  name: 'clear_list_by_list_name',
  category: 'lists',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название списка.', en: 'Name of the list.' } }],
  returns: 'boolean',
  help: {
    ru: 'Убирает всех клиентов из списка с таким названием. Даёт True.',
    en: 'Takes all clients out of the list of that name. Gives True.',
  },
  onError: { ru: 'Если такого списка нет, даёт False.', en: 'No such list gives False.' },
  examples: [
    { script: "clear_list_by_list_name('Regulars')", gives: true },
    { script: "clear_list_by_list_name('None such')", gives: false },
  ],
  failure: false,
  run: (name, { ports }) => onceKnown(ports.lists.find(name.trim()), (list) => (list === undefined ? false : ports.lists.clear(list))),
})
