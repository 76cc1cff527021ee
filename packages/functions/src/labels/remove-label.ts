import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const removeLabel = defineHostFunction({
  name: 'remove_label',
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
  help: { ru: 'Снимает с клиента метку. Даёт True.', en: 'Takes a label off the client. Gives True.' },
  onError: { ru: 'Если её у него нет, даёт False.', en: 'A label that he does not have gives False.' },
  examples: [
    { script: "done = add_label('new')\nremove_label('new')", gives: true },
    { script: "remove_label('new')", gives: false },
  ],
  failure: false,
  run: (name, clientId, { ports }) =>
    onceKnown(ports.labels.find(name.trim()), (label) =>
      label === undefined ? false : ports.labels.remove(label, clientId ?? ports.conversation.clientId),
    ),
})
