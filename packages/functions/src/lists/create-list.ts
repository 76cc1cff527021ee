import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const createList = defineHostFunction({
  name: 'create_list',
  category: 'lists',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название списка.', en: 'Name of the list.' } }],
  returns: 'integer',
  help: {
    ru: 'Создаёт список и даёт его номер. Названия могут повторяться.',
    en: 'Creates a list and gives its number. Names may be there twice.',
  },
  onError: { ru: 'С пустым названием даёт False.', en: 'An empty name gives False.' },
  examples: [
    { script: "create_list('VIP')", gives: 3 },
    { script: "create_list('')", gives: false },
  ],
  failure: false,
  run: (name, { ports }) => (isBlank(name.trim()) ? false : ports.lists.create(name.trim())),
})
