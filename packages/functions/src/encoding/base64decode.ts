import { defineFunction } from '../define-function.ts'
import { decodeBase64 } from '../shared/base64-code.ts'
import { textOfUtf8 } from '../shared/bytes.ts'

export const base64decode = defineFunction({
  name: 'base64decode',
  category: 'encoding',
  params: [{ name: 'str', type: 'text', about: { ru: 'Текст в base64.', en: 'Text in base64.' } }],
  returns: 'text',
  help: { ru: 'Раскодирует текст из base64.', en: 'Decodes base64 back into text.' },
  onError: {
    ru: 'Если это не base64 или внутри не текст, результата нет.',
    en: 'What is not base64, or holds no text, gives no result.',
  },
  examples: [
    { script: "base64decode('SGVsbG8=')", gives: 'Hello' },
    { script: "base64decode('not base64')", gives: null },
  ],
  run(str) {
    const bytes = decodeBase64(str)
    return bytes && textOfUtf8(bytes)
  },
})
