import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const listSizeByListName = defineHostFunction({
  name: 'list_size_by_list_name',
  category: 'lists',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название списка.', en: 'Name of the list.' } }],
  returns: 'integer',
  help: { ru: 'Сколько клиентов в списке с таким названием.', en: 'How many clients the list of that name has.' },
  onError: { ru: 'Если такого списка нет, даёт 0.', en: 'No such list gives 0.' },
  examples: [
    { script: "done = add_to_list(1)\nlist_size_by_list_name('Regulars')", gives: 1 },
    { script: "list_size_by_list_name('None such')", gives: 0 },
  ],
  readsOnly: true,
  failure: 0,
  run: (name, { ports }) => onceKnown(ports.lists.find(name.trim()), (list) => (list === undefined ? 0 : ports.lists.size([list]))),
})
