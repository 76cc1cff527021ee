import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { defineFunction } from '../define-function.ts'
import { utf8 } from '../shared/bytes.ts'

export const hmacHexdigest = defineFunction({
  name: 'hmac_hexdigest',
  category: 'encoding',
  params: [
    { name: 'secret_key', type: 'text', about: { ru: 'Секретный ключ.', en: 'The secret key.' } },
    { name: 'msg', type: 'text', about: { ru: 'Подписываемый текст.', en: 'The text to sign.' } },
    { name: 'hash_type', type: 'text', about: { ru: 'sha256, sha1, sha512 или md5.', en: 'sha256, sha1, sha512 or md5.' } },
  ],
  returns: 'text',
  help: {
    ru: 'Подпись текста секретным ключом (HMAC) шестнадцатеричными цифрами: так проверяют запросы платёжные системы.',
    en: 'Signs a text with a secret key (HMAC), in hexadecimal digits: the way payment services check requests.',
  },
  onError: { ru: 'С другим названием хеша результата нет.', en: 'Another name of a hash gives no result.' },
  examples: [
    { script: "hmac_hexdigest('key', 'The quick brown fox jumps over the lazy dog', 'md5')", gives: '80070713463e7749b90c2dc24911e275' },
    { script: "hmac_hexdigest('key', 'text', 'crc32')", gives: null },
  ],
  run(secretKey, msg, hashType) {
    const hash = hashes.get(hashType)
    return hash && bytesToHex(hmac(hash, utf8(secretKey), utf8(msg)))
  },
})

const hashes = new Map([
  ['sha256', sha256],
  ['sha512', sha512],
  ['sha1', sha1],
  ['md5', md5],
])
