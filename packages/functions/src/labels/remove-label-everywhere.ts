import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const removeLabelEverywhere = defineHostFunction({
  name: 'remove_label_everywhere',
  category: 'labels',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название метки.', en: 'Name of the label.' } }],
  returns: 'integer',
  help: { ru: 'Снимает метку со всех клиентов. Даёт их число.', en: 'Takes a label off all clients. Gives their number.' },
  onError: { ru: 'Если такой метки нет, даёт 0.', en: 'No such label gives 0.' },
  examples: [
    { script: "done = add_label('new')\nremove_label_everywhere('new')", gives: 1 },
    { script: "remove_label_everywhere('none such')", gives: 0 },
  ],
  failure: 0,
  run: (name, { ports }) => onceKnown(ports.labels.find(name.trim()), (label) => (label === undefined ? 0 : ports.labels.clear(label))),
})
