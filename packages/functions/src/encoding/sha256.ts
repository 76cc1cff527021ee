import { sha256 as hashSha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { defineFunction } from '../define-function.ts'
import { utf8 } from '../shared/bytes.ts'
import { whichText } from '../shared/phrases.ts'

export const sha256 = defineFunction({
  name: 'sha256',
  category: 'encoding',
  params: [{ name: 'text', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Хеш SHA-256 от текста: 64 шестнадцатеричные цифры.', en: 'The SHA-256 hash of a text: 64 hexadecimal digits.' },
  examples: [{ script: "sha256('Hello world')", gives: '64ec88ca00b268e5ba1a35678a1b5316d212f4f366b2477232534a8aeca37f3c' }],
  run: (text) => bytesToHex(hashSha256(utf8(text))),
})
