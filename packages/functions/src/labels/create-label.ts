import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'

export const createLabel = defineHostFunction({
  name: 'create_label',
  category: 'labels',
  params: [{ name: 'name', type: 'text', about: { ru: 'Название метки.', en: 'Name of the label.' } }],
  returns: 'integer',
  help: { ru: 'Создаёт метку и даёт её номер.', en: 'Creates a label and gives its number.' },
  onError: { ru: 'Если такая уже есть или название пустое, даёт False.', en: 'A label that exists, or an empty name, gives False.' },
  examples: [
    { script: "create_label('hot')", gives: 2 },
    { script: "create_label('new')", gives: false },
  ],
  failure: false,
  run: (name, { ports }) => (isBlank(name.trim()) ? false : onceKnown(ports.labels.create(name.trim(), 0), (label) => label ?? false)),
})
