import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const countOfClientsWithLabel = defineHostFunction({
  name: 'count_of_clients_with_label',
  category: 'labels',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название метки.', en: 'Name of the label.' } }],
  returns: 'integer',
  help: { ru: 'У скольких клиентов есть метка.', en: 'How many clients have the label.' },
  onError: { ru: 'Если такой метки нет, даёт 0.', en: 'No such label gives 0.' },
  examples: [
    { script: "done = add_label('new')\ncount_of_clients_with_label('new')", gives: 1 },
    { script: "count_of_clients_with_label('none such')", gives: 0 },
  ],
  readsOnly: true,
  failure: 0,
  run: (name, { ports }) => onceKnown(ports.labels.find(name.trim()), (label) => (label === undefined ? 0 : ports.labels.count(label))),
})
