import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSecrets, endingOf } from './secrets.ts'

const secrets = createSecrets(randomBytes(32))

describe('a sealed secret', () => {
  it.each(['', 'token', 'пароль 🙂', 'x'.repeat(100_000)])('comes back whole', (text) => {
    const sealed = secrets.seal(text, 'here')
    expect(secrets.open(sealed, 'here')).toBe(text)
    if (text) expect(sealed).not.toContain(text)
  })

  it('looks different each time', () => {
    expect(secrets.seal('same', 'here')).not.toBe(secrets.seal('same', 'here'))
  })

  it('opens neither at another place nor with another key', () => {
    const sealed = secrets.seal('token', 'project:1:smtp')
    expect(() => secrets.open(sealed, 'project:2:smtp')).toThrow('cannot be read')
    expect(() => createSecrets(randomBytes(32)).open(sealed, 'project:1:smtp')).toThrow('cannot be read')
  })

  it('is refused when anything of it was changed', () => {
    const sealed = secrets.seal('token', 'here')
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      // The last character of a base64 text may carry bits that count for nothing.
      const same = changed.split('.').every((part, index) => {
        const other = sealed.split('.')[index] ?? ''
        return index > 0 ? Buffer.from(part, 'base64url').equals(Buffer.from(other, 'base64url')) : part === other
      })
      if (!same) expect(() => secrets.open(changed, 'here'), `character ${at}`).toThrow('cannot be read')
    }
    for (const text of ['', 'v1', 'v1...', 'v2.a.b.c', 'plain']) expect(() => secrets.open(text, 'here')).toThrow('cannot be read')
  })
})

it('shows four characters of a long secret and none of a short one', () => {
  expect([endingOf('abcdefghijklmnop'), endingOf('short')]).toEqual(['mnop', ''])
})
