import { defineFunction } from '../define-function.ts'
import { encodeBase64 } from '../shared/base64-code.ts'
import { utf8 } from '../shared/bytes.ts'
import { whichText } from '../shared/phrases.ts'

export const base64 = defineFunction({
  name: 'base64',
  category: 'encoding',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Кодирует текст в base64.', en: 'Encodes a text as base64.' },
  examples: [{ script: "base64('Hello')", gives: 'SGVsbG8=' }],
  run: (str) => encodeBase64(utf8(str)),
})
