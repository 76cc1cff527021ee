import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const title = defineFunction({
  name: 'title',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: {
    ru: 'Каждое слово с заглавной буквы, остальные буквы строчные. Годится для имён, в том числе двойных.',
    en: 'Every word with a capital letter, the other letters small. Good for names, double ones too.',
  },
  examples: [
    { script: "title('петров аНАтолий')", gives: 'Петров Анатолий' },
    { script: "title('анна-мария')", gives: 'Анна-Мария' },
  ],
  run: (str) => str.replaceAll(word, (whole) => whole.toLowerCase().replace(firstLetter, (letter) => letter.toUpperCase())),
})

/** Words end at white space and at hyphens. */
const word = /[^\s\-‐‑]+/gu
const firstLetter = /\p{L}/u
