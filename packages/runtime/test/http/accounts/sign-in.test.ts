import { describe, expect, it } from 'vitest'
import { totpCode } from '../../../src/accounts/totp.ts'
import { owner } from '../../owner.ts'
import { serve, type TestServer } from '../serve.ts'

const attempt = (server: TestServer, email: string, password: string, code?: string) =>
  server.as('nobody').call('POST', '/api/session', { email, password, ...(code !== undefined && { code }) })
const codeOf = async (answer: ReturnType<typeof attempt>): Promise<string> => (await answer).body.error?.code ?? 'in'

describe('signing in', () => {
  it('answers alike for an account that is not there, a wrong password, and a disabled account', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', {})
    const person = await server.person(1, 'operator', 'anna@example.com')
    await server.call('PATCH', `/api/accounts/${person.me.account.id}`, { disabled: true })
    const answers = await Promise.all([
      attempt(server, 'nobody@example.com', 'x'),
      attempt(server, owner.email, 'x'),
      attempt(server, 'anna@example.com', 'password of anna@example.com'),
    ])
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([401, answers[0]?.body])
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('takes an address in any case', async () => {
    expect((await attempt(await serve(), ` ${owner.email.toUpperCase()} `, owner.password)).status).toBe(200)
  })

  it.each(['an account', 'nobody at all'])('lets %s wait after ten failures, twice as long each time, an hour at most', async (who) => {
    const server = await serve()
    const email = who === 'an account' ? owner.email : 'nobody@example.com'
    for (let failures = 0; failures < 10; failures++) expect(await codeOf(attempt(server, email, 'wrong'))).toBe('wrong-credentials')
    for (const seconds of [30, 60, 120]) {
      const { status, body, headers } = await attempt(server, email, owner.password)
      expect([status, body.error.code, body.error.details, headers.get('retry-after')]).toEqual([
        429,
        'too-many-attempts',
        { seconds },
        String(seconds),
      ])
      await server.advance(seconds * 1000 - 1)
      expect(await codeOf(attempt(server, email, 'wrong'))).toBe('too-many-attempts')
      await server.advance(1)
      expect(await codeOf(attempt(server, email, 'wrong'))).toBe('wrong-credentials')
    }
    // Others from the same address do not wait for him.
    expect(await codeOf(attempt(server, 'somebody-else@example.com', 'x'))).toBe('wrong-credentials')
    for (let waits = 0; waits < 6; waits++) {
      await server.advance(3_600_000)
      await attempt(server, email, 'wrong')
    }
    expect((await attempt(server, email, 'wrong')).body.error.details.seconds).toBe(3600)
    await server.advance(3_600_000)
    expect(await codeOf(attempt(server, email, owner.password))).toBe(who === 'an account' ? 'in' : 'wrong-credentials')
  })

  it('forgets failures after it went right', async () => {
    const server = await serve()
    for (let round = 0; round < 3; round++) {
      for (let failures = 0; failures < 9; failures++) expect(await codeOf(attempt(server, owner.email, 'wrong'))).toBe('wrong-credentials')
      expect(await codeOf(attempt(server, owner.email, owner.password))).toBe('in')
    }
  })

  it('compares no more passwords when many come at the same moment', async () => {
    const server = await serve()
    const codes = await Promise.all(Array.from({ length: 40 }, () => codeOf(attempt(server, owner.email, 'wrong'))))
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(30)
  })

  it('counts an address that tries many accounts', async () => {
    const server = await serve()
    for (let tried = 0; tried < 100; tried++) {
      // Within what may be asked without an account.
      if (tried % 20 === 0) await server.advance(15_000)
      await attempt(server, `person-${tried}@example.com`, 'password1')
    }
    expect(await codeOf(attempt(server, 'one-more@example.com', 'password1'))).toBe('too-many-attempts')
  })

  it('refuses what is no password before it is hashed', async () => {
    const server = await serve()
    expect((await attempt(server, owner.email, 'x'.repeat(257))).status).toBe(400)
    const change = (password: string) => server.call('PUT', '/api/me/password', { current: owner.password, password })
    for (const password of ['short12', 'x'.repeat(257)]) {
      expect((await change(password)).body.error.details.problems).toMatchObject([{ path: 'password' }])
    }
  })
})

describe('the second factor', () => {
  async function turnedOn() {
    const server = await serve({}, { now: '2026-03-10T11:00:00Z' })
    const { secret } = (await server.call('POST', '/api/me/second-factor/begin', { password: owner.password })).body
    const code = (ahead = 0) => totpCode(fromBase32(secret), Math.floor(server.clock.now() / 30_000) + ahead)
    const confirmed = await server.call('POST', '/api/me/second-factor/confirm', { code: code() })
    expect(confirmed.status).toBe(200)
    return { server, secret, code, recoveryCodes: confirmed.body.recoveryCodes as string[] }
  }

  it('is on only after a first right code, and the password is asked for', async () => {
    const server = await serve()
    expect((await server.call('POST', '/api/me/second-factor/begin', { password: 'wrong' })).body.error.code).toBe('wrong-password')
    await server.call('POST', '/api/me/second-factor/begin', { password: owner.password })
    expect((await server.call('POST', '/api/me/second-factor/confirm', { code: '000000' })).body.error.code).toBe('wrong-own-code')
    expect(await codeOf(attempt(server, owner.email, owner.password))).toBe('in')
  })

  it('asks for a code, takes each once, and none that is too old', async () => {
    const { server, code } = await turnedOn()
    const sign = (given?: string) => codeOf(attempt(server, owner.email, owner.password, given))
    expect(await sign()).toBe('second-factor-needed')
    expect(await codeOf(attempt(server, owner.email, 'wrong'))).toBe('wrong-credentials')
    // The one that turned it on has been used.
    expect(await sign(code())).toBe('wrong-code')
    await server.advance(60_000)
    const once = code()
    expect(await Promise.all([sign(once), sign(once)]).then((codes) => codes.sort())).toEqual(['in', 'wrong-code'])
    await server.advance(120_000)
    expect(await sign(code(-2))).toBe('wrong-code')
    expect(await sign(code(-1))).toBe('in')
  })

  it('counts wrong codes as wrong passwords', async () => {
    const { server } = await turnedOn()
    const codes: string[] = []
    for (let tries = 0; tries < 11; tries++) codes.push(await codeOf(attempt(server, owner.email, owner.password, '000000')))
    expect(codes.at(-2)).toBe('wrong-code')
    expect(codes.at(-1)).toBe('too-many-attempts')
  })

  it('lets its recovery codes in, each once, however they are typed; new ones end the old', async () => {
    const { server, recoveryCodes } = await turnedOn()
    const sign = (given = '') => codeOf(attempt(server, owner.email, owner.password, given))
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await sign(recoveryCodes[0])).toBe('in')
    expect(await sign(recoveryCodes[0])).toBe('wrong-code')
    expect(await sign(` ${recoveryCodes[1]?.toUpperCase().replace('-', ' ')} `)).toBe('in')
    expect((await server.call('GET', '/api/me')).body.account).toMatchObject({ secondFactor: true, recoveryCodes: 8 })
    const fresh = (await server.call('POST', '/api/me/second-factor/recovery-codes', { password: owner.password })).body.recoveryCodes
    expect(await sign(recoveryCodes[2])).toBe('wrong-code')
    expect(await sign(fresh[2])).toBe('in')
    const { db } = server.installation
    const stored = JSON.stringify(await db.all(db.build.selectFrom('recovery_codes').selectAll()))
    for (const code of fresh) expect(stored).not.toContain(code.replace('-', ''))
  })

  it('is turned off with the password, and its secret is gone', async () => {
    const { server, recoveryCodes } = await turnedOn()
    expect((await server.call('POST', '/api/me/second-factor/disable', { password: 'wrong' })).body.error.code).toBe('wrong-password')
    expect((await server.call('POST', '/api/me/second-factor/disable', { password: owner.password })).status).toBe(200)
    expect(await codeOf(attempt(server, owner.email, owner.password))).toBe('in')
    expect(await codeOf(attempt(server, owner.email, owner.password, recoveryCodes[3]))).toBe('in')
    expect((await server.call('GET', '/api/me')).body.account).toMatchObject({ secondFactor: false, recoveryCodes: 0 })
  })
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
