import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import type { Value } from '@voronka/calculator'

export const getAllClientLabels = defineHostFunction({
  name: 'get_all_client_labels',
  category: 'labels',
  params: [
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'dict',
  help: { ru: 'Метки клиента: номер – название.', en: 'The labels of a client: number and name.' },
  onError: { ru: 'Если меток нет, даёт пустой словарь.', en: 'A client without labels gives an empty dictionary.' },
  examples: [{ script: "done = add_label('new')\nget_all_client_labels()", gives: { '1': 'new' } }],
  readsOnly: true,
  failure: new Map(),
  run: (clientId, { ports }) =>
    onceKnown(
      ports.labels.ofClient(clientId ?? ports.conversation.clientId),
      (labels) => new Map<string, Value>(Array.from(labels, ([number, name]) => [String(number), name])),
    ),
})
