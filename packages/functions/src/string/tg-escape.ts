import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const tgEscape = defineFunction({
  name: 'tg_escape',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: {
    ru: 'Ставит обратную черту перед знаками разметки Telegram, чтобы они показались как есть.',
    en: "Puts a backslash before the characters of Telegram's mark-up, so that they are shown as they are.",
  },
  examples: [{ script: "tg_escape('a_b-c #1')", gives: 'a\\_b\\-c \\#1' }],
  run: (str) => str.replaceAll(/[_*[\]()~`>#+\-=|{}.!]/g, String.raw`\$&`),
})
