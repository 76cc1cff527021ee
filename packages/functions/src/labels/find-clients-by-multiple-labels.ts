import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { labelsOf, wrongLabels } from '../shared/labels-of.ts'

export const findClientsByMultipleLabels = defineHostFunction({
  name: 'find_clients_by_multiple_labels',
  category: 'labels',
  params: [
    {
      name: 'labels',
      type: 'any',
      about: { ru: 'Массив номеров меток (или названий).', en: 'An array of numbers of labels (or of names).' },
      shown: { type: 'array' },
    },
    {
      name: 'names',
      type: 'boolean',
      optional: true,
      about: { ru: '1 – в массиве названия.', en: '1: the array holds names.' },
      default: false,
    },
  ],
  returns: 'array',
  help: { ru: 'Номера клиентов, у которых есть все эти метки.', en: 'Numbers of the clients who have all these labels.' },
  onError: {
    ru: 'Если массив не прочесть, даёт текст wrong labels array.',
    en: 'An array that cannot be read gives the text `wrong labels array`.',
  },
  examples: [
    { script: "done = add_label('new')\nfind_clients_by_multiple_labels(['new'], 1)", gives: [1] },
    { script: 'find_clients_by_multiple_labels([99])', gives: [] },
  ],
  readsOnly: true,
  failure: wrongLabels,
  run(given, names, { ports }) {
    const labels = labelsOf(given, names ?? false, ports)
    if (labels === undefined) return wrongLabels
    return onceKnown(labels, (known) => (known.every((label) => label !== undefined) ? ports.labels.clientsWithAll(known) : []))
  },
})
