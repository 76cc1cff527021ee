import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import type { Value } from '@voronka/calculator'

export const getAllClientLists = defineHostFunction({
  name: 'get_all_client_lists',
  category: 'lists',
  params: [
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'dict',
  help: { ru: 'Списки клиента: номер – название.', en: 'The lists of a client: number and name.' },
  onError: { ru: 'Если он ни в одном, даёт пустой словарь.', en: 'A client in no list gives an empty dictionary.' },
  examples: [{ script: 'done = add_to_list(1)\nget_all_client_lists()', gives: { '1': 'Regulars' } }],
  readsOnly: true,
  failure: new Map(),
  run: (clientId, { ports }) =>
    onceKnown(
      ports.lists.ofClient(clientId ?? ports.conversation.clientId),
      (lists) => new Map<string, Value>(Array.from(lists, ([number, name]) => [String(number), name])),
    ),
})
