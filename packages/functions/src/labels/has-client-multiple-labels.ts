import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { labelsOf } from '../shared/labels-of.ts'

export const hasClientMultipleLabels = defineHostFunction({
  name: 'has_client_multiple_labels',
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
  returns: 'boolean',
  help: { ru: 'Есть ли у клиента все эти метки.', en: 'Does the client have all these labels?' },
  onError: {
    ru: 'Если хоть одной нет или массив не прочесть, даёт False.',
    en: 'One that he does not have, or an array that cannot be read, gives False.',
  },
  examples: [
    { script: "done = add_label('new')\nhas_client_multiple_labels(['new'], 1)", gives: true },
    { script: 'has_client_multiple_labels([1, 99])', gives: false },
  ],
  readsOnly: true,
  failure: false,
  run(given, names, { ports }) {
    const labels = labelsOf(given, names ?? false, ports)
    if (labels === undefined) return false
    return onceKnown(labels, (known) =>
      onceKnown(ports.labels.ofClient(ports.conversation.clientId), (own) => known.every((label) => label !== undefined && own.has(label))),
    )
  },
})
