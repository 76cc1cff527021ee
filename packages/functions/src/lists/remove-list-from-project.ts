import { defineHostFunction } from '../define-function.ts'
import { notEmpty } from '../shared/not-empty.ts'
import { onceKnown } from '../shared/once-known.ts'

export const removeListFromProject = defineHostFunction({
  name: 'remove_list_from_project',
  category: 'lists',
  params: [
    { name: 'list_id', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } },
    {
      name: 'clear_list',
      type: 'boolean',
      optional: true,
      about: { ru: 'True – даже если в нём есть клиенты.', en: 'True: even if there are clients in it.' },
      default: false,
    },
  ],
  returns: 'boolean',
  help: { ru: 'Удаляет список; клиенты остаются. Даёт True.', en: 'Deletes a list; its clients stay. Gives True.' },
  onError: {
    ru: "Если в списке кто-то есть, даёт текст Can't delete list, list not empty; если его нет – False.",
    en: "A list with clients gives the text `Can't delete list, list not empty`; no such list gives False.",
  },
  examples: [
    { script: 'remove_list_from_project(1)', gives: true },
    { script: 'done = add_to_list(2)\nremove_list_from_project(2)', gives: "Can't delete list, list not empty" },
  ],
  failure: false,
  run: (list, clear, { ports: { lists } }) =>
    onceKnown(lists.members(list), (members) => {
      if (members === undefined) return false
      return members > 0 && !clear ? notEmpty : lists.delete(list)
    }),
})
