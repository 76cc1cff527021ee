import { checkTextLength } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'

export const concat = defineFunction({
  name: 'concat',
  category: 'string',
  params: [
    { name: 'str1', type: 'text', about: { ru: 'Первый текст.', en: 'The first text.' } },
    {
      name: 'str2',
      type: 'text',
      variadic: true,
      about: { ru: 'Что приписать к нему; можно несколько.', en: 'What to put after it; there may be several.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Склеивает тексты. Числа не складывает, а ставит рядом.',
    en: 'Joins texts. Numbers are not added but put side by side.',
  },
  examples: [
    { script: 'concat(1, 2)', gives: '12' },
    { script: "concat('order ', 5, '!')", gives: 'order 5!' },
  ],
  run(str1, str2) {
    let text = str1
    for (const each of str2) {
      text += each
      checkTextLength(text.length)
    }
    return text
  },
})
