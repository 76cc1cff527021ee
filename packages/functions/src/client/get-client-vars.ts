import { toText } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import { readVariables } from '../shared/client-variables.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getClientVars = defineHostFunction({
  name: 'get_client_vars',
  category: 'client',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер клиента (client_id).', en: 'Id of the client (client_id).' } },
    { name: 'names', type: 'array', about: { ru: 'Массив имён переменных.', en: 'An array of names of variables.' } },
  ],
  returns: 'dict',
  help: {
    ru: 'Сразу несколько переменных любого клиента проекта – словарём. Каких нет, те в нём пустые.',
    en: 'Several variables of any client of the project at once, as a dictionary. Those that he does not have are empty in it.',
  },
  onError: { ru: 'Если нет такого клиента, даёт пустой словарь.', en: 'No such client gives an empty dictionary.' },
  examples: [
    { script: "get_client_vars(2, ['city', 'age'])", gives: { city: 'Kazan', age: null } },
    { script: "get_client_vars(77, ['city'])", gives: {} },
  ],
  readsOnly: true,
  failure: new Map(),
  run(clientId, names, { ports }) {
    const wanted = names.map(toText)
    return onceKnown(
      readVariables(ports, clientId, wanted),
      (values) => values && new Map(wanted.map((name) => [name, values.get(name) ?? null])),
    )
  },
})
