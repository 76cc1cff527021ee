import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'

export const createListIfNotExist = defineHostFunction({
  name: 'create_list_if_not_exist',
  category: 'lists',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название списка.', en: 'Name of the list.' } }],
  returns: 'integer',
  help: {
    ru: 'Номер списка с таким названием; если его нет, он создаётся.',
    en: 'The number of the list with that name; it is created if there is none.',
  },
  onError: { ru: 'С пустым названием даёт False.', en: 'An empty name gives False.' },
  examples: [
    { script: "create_list_if_not_exist('Regulars')", gives: 1 },
    { script: "create_list_if_not_exist('VIP')", gives: 3 },
  ],
  failure: false,
  run: (name, { ports: { lists } }) =>
    isBlank(name.trim()) ? false : onceKnown(lists.find(name.trim()), (found) => found ?? lists.create(name.trim())),
})
