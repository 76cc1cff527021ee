import { defineFunction } from '../define-function.ts'
import { sliceText } from '../shared/code-points.ts'
import { notANumber, whichText } from '../shared/phrases.ts'

export const substring = defineFunction({
  name: 'substring',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    {
      name: 'n1',
      type: 'integer',
      about: {
        ru: 'С какого символа начать, считая от 0; отрицательное – от конца.',
        en: 'Where to begin, counted from 0; negative: from the end.',
      },
    },
    {
      name: 'n2',
      type: 'integer',
      optional: true,
      about: { ru: 'Перед каким символом остановиться. Без него – до конца.', en: 'Where to stop, not included. Without it: at the end.' },
    },
  ],
  returns: 'text',
  help: { ru: 'Вырезает часть текста.', en: 'Cuts out a part of a text.' },
  onError: notANumber,
  examples: [
    { script: "substring('hello world', 0, 5)", gives: 'hello' },
    { script: "substring('hello world', -5)", gives: 'world' },
    { script: "substring('hello world', 6, -2)", gives: 'wor' },
  ],
  run: (str, n1, n2) => sliceText(str, n1, n2),
})
