import { defineFunction } from '../define-function.ts'
import { utf8 } from '../shared/bytes.ts'
import { whichText } from '../shared/phrases.ts'

export const urlencode = defineFunction({
  name: 'urlencode',
  category: 'encoding',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: {
    ru: 'Готовит текст для ссылки: всё, кроме латинских букв, цифр и знаков - _ . ~, записывается через %.',
    en: 'Prepares a text for a link: everything but Latin letters, digits and - _ . ~ is written with %.',
  },
  examples: [
    { script: "urlencode('a=1?b')", gives: 'a%3D1%3Fb' },
    { script: "urlencode('Я тут')", gives: '%D0%AF%20%D1%82%D1%83%D1%82' },
  ],
  run: (str) => str.replaceAll(/[^A-Za-z0-9\-_.~]+/gu, percentEncoded),
})

function percentEncoded(text: string): string {
  return Array.from(utf8(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
