import { defineHostFunction } from '../define-function.ts'
import { writeVariables } from '../shared/client-variables.ts'

export const setClientVars = defineHostFunction({
  name: 'set_client_vars',
  category: 'client',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер клиента (client_id).', en: 'Id of the client (client_id).' } },
    { name: 'variables_dict', type: 'dict', about: { ru: 'Словарь: имя – значение.', en: 'A dictionary of names and values.' } },
  ],
  returns: 'boolean',
  help: {
    ru: 'Записывает сразу несколько переменных любому клиенту проекта. Даёт True.',
    en: 'Stores several variables of any client of the project at once. Gives True.',
  },
  onError: {
    ru: 'Если нет такого клиента, это не словарь или имя невозможно, даёт False.',
    en: 'No such client, something that is not a dictionary, or an impossible name gives False.',
  },
  examples: [
    { script: "done = set_client_vars(2, {'city': 'Omsk', 'age': 30})\nget_client_var(2, 'age')", gives: 30 },
    { script: "set_client_vars(2, 'city')", gives: false },
  ],
  failure: false,
  run: (clientId, variables, { ports }) => writeVariables(ports, clientId, variables),
})
