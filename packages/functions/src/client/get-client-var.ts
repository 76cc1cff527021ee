import { defineHostFunction } from '../define-function.ts'
import { readVariables } from '../shared/client-variables.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getClientVar = defineHostFunction({
  name: 'get_client_var',
  category: 'client',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер клиента (client_id).', en: 'Id of the client (client_id).' } },
    { name: 'variable', type: 'text', about: { ru: 'Имя переменной клиента.', en: 'Name of his client variable.' } },
  ],
  returns: 'any',
  help: { ru: 'Значение переменной любого клиента проекта.', en: 'The value of a variable of any client of the project.' },
  onError: { ru: 'Если нет такого клиента или переменной – пусто.', en: 'No such client or variable gives nothing.' },
  examples: [
    { script: "get_client_var(2, 'city')", gives: 'Kazan' },
    { script: "get_client_var(2, 'age')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (clientId, variable, { ports }) => onceKnown(readVariables(ports, clientId, [variable]), (values) => values?.get(variable)),
})
