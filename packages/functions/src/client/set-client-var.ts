import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { writeVariables } from '../shared/client-variables.ts'

export const setClientVar = defineHostFunction({
  name: 'set_client_var',
  category: 'client',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер клиента (client_id).', en: 'Id of the client (client_id).' } },
    { name: 'variable', type: 'text', about: { ru: 'Имя переменной клиента.', en: 'Name of his client variable.' } },
    {
      name: 'value',
      type: 'any',
      about: { ru: 'Новое значение; пустое удаляет переменную.', en: 'The new value; an empty one deletes the variable.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Записывает переменную любому клиенту проекта. Даёт True.',
    en: 'Stores a variable of any client of the project. Gives True.',
  },
  onError: {
    ru: 'Если нет такого клиента или имя невозможно, даёт False.',
    en: 'No such client, or an impossible name, gives False.',
  },
  examples: [
    { script: "done = set_client_var(2, 'city', 'Omsk')\nget_client_var(2, 'city')", gives: 'Omsk' },
    { script: "set_client_var(77, 'city', 'Omsk')", gives: false },
  ],
  failure: false,
  run: (clientId, variable, value, { ports }) => !isBlank(variable) && writeVariables(ports, clientId, new Map([[variable, value]])),
})
