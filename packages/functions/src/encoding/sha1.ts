import { sha1 as hashSha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { defineFunction } from '../define-function.ts'
import { utf8 } from '../shared/bytes.ts'
import { whichText } from '../shared/phrases.ts'

export const sha1 = defineFunction({
  name: 'sha1',
  category: 'encoding',
  params: [{ name: 'text', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Хеш SHA-1 от текста: 40 шестнадцатеричных цифр.', en: 'The SHA-1 hash of a text: 40 hexadecimal digits.' },
  examples: [{ script: "sha1('Hello world')", gives: '7b502c3a1f48c8609ae212cdfb639dee39673f5e' }],
  run: (text) => bytesToHex(hashSha1(utf8(text))),
})
