import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { labelsOf, wrongLabels } from '../shared/labels-of.ts'

export const removeMultipleClientLabels = defineHostFunction({
  name: 'remove_multiple_client_labels',
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
  returns: 'integer',
  help: {
    ru: 'Снимает с клиента сразу несколько меток. Даёт их число.',
    en: 'Takes several labels off the client at once. Gives their number.',
  },
  onError: {
    ru: 'Если массив не прочесть, даёт текст wrong labels array.',
    en: 'An array that cannot be read gives the text `wrong labels array`.',
  },
  examples: [
    { script: "done = add_label('new')\nremove_multiple_client_labels(['new'], 1)", gives: 1 },
    { script: "remove_multiple_client_labels([1, 'new'])", gives: 'wrong labels array' },
  ],
  failure: wrongLabels,
  run(given, names, { ports }) {
    const labels = labelsOf(given, names ?? false, ports)
    if (labels === undefined) return wrongLabels
    return onceKnown(labels, (known) =>
      ports.labels.removeAll(
        known.filter((label) => label !== undefined),
        ports.conversation.clientId,
      ),
    )
  },
})
