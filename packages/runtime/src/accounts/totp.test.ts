import { expect, it } from 'vitest'
import { base32, totpCode, totpStep, totpUri } from './totp.ts'

/** RFC 6238, appendix B. */
const ascii = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length))
const secrets = { sha1: ascii(20), sha256: ascii(32), sha512: ascii(64) } as const

it.each([
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
])('makes the codes of the RFC at %s s', (seconds, sha1, sha256, sha512) => {
  const step = Math.floor(seconds / 30)
  expect(totpCode(secrets.sha1, step, 8)).toBe(sha1)
  expect(totpCode(secrets.sha256, step, 8, 'sha256')).toBe(sha256)
  expect(totpCode(secrets.sha512, step, 8, 'sha512')).toBe(sha512)
  expect(totpCode(secrets.sha1, step)).toBe(sha1.slice(2))
})

it('takes the code of now and of a neighbour, and none that is not later than the one before', () => {
  const now = 1111111111 * 1000
  const step = Math.floor(now / 30_000)
  const code = (ahead: number) => totpCode(secrets.sha1, step + ahead)
  expect([-2, -1, 0, 1, 2].map((ahead) => totpStep(secrets.sha1, code(ahead), now, 0))).toEqual([
    undefined,
    step - 1,
    step,
    step + 1,
    undefined,
  ])
  expect(totpStep(secrets.sha1, code(0), now, step)).toBeUndefined()
  expect(totpStep(secrets.sha1, code(-1), now, step)).toBeUndefined()
  expect(totpStep(secrets.sha1, '', now, 0)).toBeUndefined()
})

it('writes base32 as authenticators read it (RFC 4648, section 10, without padding)', () => {
  const examples = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' }
  for (const [text, written] of Object.entries(examples)) expect(base32(Buffer.from(text))).toBe(written)
  expect(totpUri(Buffer.from('foobar'), 'a&b@example.com')).toBe(
    'otpauth://totp/Voronka%3Aa%26b%40example.com?secret=MZXW6YTBOI&issuer=Voronka&algorithm=SHA1&digits=6&period=30',
  )
})
