import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const addLabel = defineHostFunction({
  name: 'add_label',
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
  help: { ru: 'Ставит клиенту метку. Даёт True.', en: 'Gives the client a label. Gives True.' },
  onError: { ru: 'Если такой метки или клиента нет, даёт False.', en: 'No such label or client gives False.' },
  examples: [
    { script: "add_label('new')", gives: true },
    { script: "add_label('none such')", gives: false },
  ],
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.labels.find(name.trim()), (label) =>
      label === undefined ? false : ports.labels.add(label, clientId ?? ports.conversation.clientId),
    ),
})
