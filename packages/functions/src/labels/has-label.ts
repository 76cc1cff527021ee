import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const hasLabel = defineHostFunction({
  name: 'has_label',
  category: 'labels',
  params: [
    { name: 'name', type: 'text', about: { ru: 'Название метки.', en: 'Name of the label.' } },
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'boolean',
  help: { ru: 'Есть ли у клиента метка.', en: 'Does the client have the label?' },
  onError: { ru: 'Если такой метки нет, даёт False.', en: 'No such label gives False.' },
  examples: [
    { script: "done = add_label('new')\nhas_label('new')", gives: true },
    { script: "has_label('new')", gives: false },
  ],
  readsOnly: true,
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.labels.find(name.trim()), (label) =>
      label === undefined ? false : ports.labels.has(label, clientId ?? ports.conversation.clientId),
    ),
})
