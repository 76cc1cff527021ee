import { toText } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notADict, whichDict } from '../shared/phrases.ts'
import { TextBuilder } from '../shared/text-builder.ts'

export const humanize = defineFunction({
  name: 'humanize',
  category: 'dict',
  params: [
    { name: 'dict', type: 'dict', about: whichDict },
    {
      name: 'delimiter',
      type: 'text',
      optional: true,
      default: ': ',
      about: { ru: 'Что ставить между ключом и значением.', en: 'What to put between key and value.' },
    },
    {
      name: 'from_i',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: 'С какой пары начать, считая от 0.', en: 'The first pair, counted from 0.' },
    },
    {
      name: 'to_i',
      type: 'integer',
      optional: true,
      about: { ru: 'Перед какой остановиться. Без него – до конца.', en: 'Where to stop, not included. Without it: at the end.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Превращает словарь в текст для сообщения: каждая пара с новой строки.',
    en: 'Turns a dictionary into text for a message: each pair on its own line.',
  },
  onError: notADict,
  examples: [
    { script: "humanize({'Cap': 5, 'Mug': 7})", gives: 'Cap: 5\nMug: 7' },
    { script: "humanize({'Cap': 5, 'Mug': 7}, ' - ', 1)", gives: 'Mug - 7' },
  ],
  run(dict, delimiter, from, to) {
    const lines = new TextBuilder()
    for (const [key, value] of [...dict].slice(from, to)) lines.add(`${key}${delimiter}${toText(value)}`)
    return lines.join('\n')
  },
})
