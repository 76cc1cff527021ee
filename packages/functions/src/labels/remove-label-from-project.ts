import { defineHostFunction } from '../define-function.ts'
import { notEmpty } from '../shared/not-empty.ts'
import { onceKnown } from '../shared/once-known.ts'

export const removeLabelFromProject = defineHostFunction({
  name: 'remove_label_from_project',
  category: 'labels',
  params: [
    { name: 'label_id', type: 'id', about: { ru: 'Номер метки.', en: 'Number of the label.' } },
    {
      name: 'clear_list',
      type: 'boolean',
      optional: true,
      about: { ru: 'True – даже если она у кого-то есть.', en: 'True: even if clients have it.' },
      default: false,
    },
  ],
  returns: 'boolean',
  help: { ru: 'Удаляет метку. Даёт True.', en: 'Deletes a label. Gives True.' },
  onError: {
    ru: "Если она у кого-то есть, даёт текст Can't delete list, list not empty; если её нет – False.",
    en: "A label that clients have gives the text `Can't delete list, list not empty`; no such label gives False.",
  },
  examples: [
    { script: 'remove_label_from_project(1)', gives: true },
    { script: 'remove_label_from_project(99)', gives: false },
  ],
  failure: false,
  run: (label, clear, { ports: { labels } }) =>
    onceKnown(labels.used(label), (clients) => {
      if (clients === undefined) return false
      return clients > 0 && !clear ? notEmpty : labels.delete(label)
    }),
})
