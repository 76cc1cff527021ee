import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'

export const createLabelIfNotExist = defineHostFunction({
  name: 'create_label_if_not_exist',
  category: 'labels',
  params: [
    { name: 'name', type: 'text', about: { ru: 'Название метки.', en: 'Name of the label.' } },
    { name: 'color', type: 'integer', optional: true, about: { ru: 'Цвет от 0 до 9.', en: 'Colour, 0 to 9.' }, default: 0 },
  ],
  returns: 'integer',
  help: {
    ru: 'Номер метки с таким названием; если её нет, она создаётся.',
    en: 'The number of the label of that name; it is created if there is none.',
  },
  onError: { ru: 'С пустым названием даёт False.', en: 'An empty name gives False.' },
  examples: [
    { script: "create_label_if_not_exist('hot', 3)", gives: 2 },
    { script: "create_label_if_not_exist('new')", gives: 1 },
  ],
  failure: false,
  run(name, color, { ports: { labels } }) {
    const known = name.trim()
    if (isBlank(known)) return false
    return onceKnown(labels.find(known), (found) =>
      found === undefined
        ? onceKnown(labels.create(known, color !== undefined && color >= 0 && color <= 9 ? color : 0), (label) => label ?? false)
        : found,
    )
  },
})
