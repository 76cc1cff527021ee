import { defineFunction } from '../define-function.ts'
import { readableText } from '../shared/bytes.ts'

export const urldecode = defineFunction({
  name: 'urldecode',
  category: 'encoding',
  params: [{ name: 'str', type: 'text', about: { ru: 'Часть ссылки со знаками %.', en: 'A part of a link, with % signs.' } }],
  returns: 'text',
  help: {
    ru: 'Читает текст из ссылки: %D0%AF снова станет буквой Я. Плюс остаётся плюсом, а % без кода – процентом.',
    en: 'Reads a text out of a link: %20 becomes a space again. A plus stays a plus, and a % without a code stays too.',
  },
  examples: [
    { script: "urldecode('%D0%AF%20%D1%82%D1%83%D1%82')", gives: 'Я тут' },
    { script: "urldecode('1+1 = 100%')", gives: '1+1 = 100%' },
  ],
  run: (str) => str.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, decoded),
})

function decoded(codes: string): string {
  const bytes = new Uint8Array(codes.length / 3)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(codes.slice(at * 3 + 1, at * 3 + 3), 16)
  return readableText(bytes)
}
