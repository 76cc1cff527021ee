import { md5 as hashMd5 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { defineFunction } from '../define-function.ts'
import { utf8 } from '../shared/bytes.ts'
import { whichText } from '../shared/phrases.ts'

export const md5 = defineFunction({
  name: 'md5',
  category: 'encoding',
  params: [{ name: 'text', type: 'text', about: whichText }],
  returns: 'text',
  help: {
    ru: 'Хеш MD5 от текста: 32 шестнадцатеричные цифры. Нужен для подписи запросов некоторых сервисов.',
    en: 'The MD5 hash of a text: 32 hexadecimal digits. Some services want it to sign requests.',
  },
  examples: [{ script: "md5('Hello world')", gives: '3e25960a79dbc69b674cd4ec67a72c62' }],
  run: (text) => bytesToHex(hashMd5(utf8(text))),
})
