import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const setClientName = defineHostFunction({
  name: 'set_client_name',
  category: 'client',
  params: [{ name: 'name', type: 'text', about: { ru: 'Новое имя.', en: 'The new name.' } }],
  returns: 'boolean',
  help: { ru: 'Меняет имя клиента. Даёт True.', en: 'Renames the client. Gives True.' },
  onError: { ru: 'С пустым именем ничего не делает и даёт False.', en: 'With an empty name it does nothing and gives False.' },
  examples: [
    { script: "set_client_name('Ann Smith')", gives: true },
    { script: "set_client_name('')", gives: false },
  ],
  failure: false,
  run(name, { ports }) {
    const trimmed = name.trim()
    if (isBlank(trimmed)) return false
    ports.conversation.rename(trimmed)
    return true
  },
})
