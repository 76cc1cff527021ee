import { describe, expect, it } from 'vitest'
import { owner, testSession, type TestSession } from '../../owner.ts'
import { serve, type TestServer } from '../serve.ts'

const dayMs = 24 * 3_600_000
const credentials = { email: owner.email, password: owner.password }
const elsewhere = { address: '10.0.0.9', browser: 'another' }

/** One more session of the owner. */
const signIn = async ({ installation }: TestServer, password: string = owner.password): Promise<TestSession> =>
  testSession(await installation.accounts.signIn({ ...credentials, password }, elsewhere))
const isIn = async (server: TestServer, session: TestSession): Promise<boolean> =>
  (await server.as(session).call('GET', '/api/me')).status === 200
const cookieOf = (headers: Headers): string => /voronka_session=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''

describe('a session', () => {
  it('begins with a cookie that scripts cannot read and that only a hash of is stored', async () => {
    const server = await serve()
    const { status, headers, body } = await server.as('nobody').call('POST', '/api/session', credentials)
    expect([status, body.account.email]).toEqual([200, owner.email])
    expect(headers.get('set-cookie')).toMatch(/^voronka_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
    const rows = await server.installation.db.all<{ hash: string }>(server.installation.db.build.selectFrom('sessions').select('hash'))
    expect(rows.map(({ hash }) => hash.length)).toEqual([64, 64])
    expect(JSON.stringify(rows)).not.toContain(cookieOf(headers))
  })

  it('is secure where people come by https', async () => {
    const server = await serve({ publicUrl: 'https://bots.example.com' })
    const { headers } = await server.as('nobody').call('POST', '/api/session', credentials)
    expect(headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  it('is another one after each sign-in, whatever cookie came along', async () => {
    const server = await serve()
    const first = await signIn(server)
    const { headers } = await server.as('nobody').call('POST', '/api/session', credentials, { cookie: `voronka_session=${first.cookie}` })
    expect(cookieOf(headers)).not.toBe(first.cookie)
    expect((await server.as({ cookie: 'voronka_session=chosen-by-somebody' }).call('GET', '/api/me')).status).toBe(401)
  })

  it('is listed, and ended by its owner alone', async () => {
    const server = await serve()
    const other = await signIn(server)
    const { sessions } = (await server.call('GET', '/api/me/sessions')).body
    expect(sessions).toMatchObject([
      { current: false, address: '10.0.0.9', browser: 'another' },
      { current: true, address: '127.0.0.1' },
    ])
    await server.call('POST', '/api/projects', {})
    const stranger = await server.person(1, 'operator')
    const path = `/api/me/sessions/${sessions[0].id}`
    expect((await server.as(stranger).call('DELETE', path)).body.error.code).toBe('session-not-found')
    expect(await isIn(server, other)).toBe(true)
    expect((await server.call('DELETE', path)).status).toBe(200)
    expect(await isIn(server, other)).toBe(false)
    expect((await server.call('DELETE', path)).status).toBe(404)
  })

  it('ends with its sign-out, and takes the cookie away', async () => {
    const server = await serve()
    const other = await signIn(server)
    const { headers } = await server.as(other).call('DELETE', '/api/session')
    expect(headers.get('set-cookie')).toMatch(/^voronka_session=; .*Max-Age=0/)
    expect(await isIn(server, other)).toBe(false)
    expect((await server.call('GET', '/api/me')).status).toBe(200)
  })

  it('ends everywhere, or everywhere else', async () => {
    const server = await serve()
    const [here, there] = [await signIn(server), await signIn(server)]
    await server.as(here).call('DELETE', '/api/me/sessions?others=1')
    expect([await isIn(server, here), await isIn(server, there)]).toEqual([true, false])
    await server.as(here).call('DELETE', '/api/me/sessions')
    expect(await isIn(server, here)).toBe(false)
  })

  it('ends when the password changes, but for a new one of who changed it', async () => {
    const server = await serve()
    const [here, there] = [await signIn(server), await signIn(server)]
    const change = (current: string) => server.as(here).call('PUT', '/api/me/password', { current, password: 'another battery' })
    expect((await change('a wrong one')).body.error.code).toBe('wrong-password')
    const { status, headers, body } = await change(owner.password)
    expect(status).toBe(200)
    expect([await isIn(server, here), await isIn(server, there)]).toEqual([false, false])
    const fresh = testSession({ me: body, cookie: cookieOf(headers) })
    expect(await isIn(server, fresh)).toBe(true)
    expect((await server.as(fresh).call('PATCH', '/api/me', { name: 'Anna' })).status).toBe(200)
    await expect(signIn(server)).rejects.toThrow('wrong')
    await signIn(server, 'another battery')
  })

  it('ends when its account is disabled, and cannot begin again', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', {})
    const person = await server.person(1, 'operator', 'anna@example.com')
    const path = `/api/accounts/${person.me.account.id}`
    await server.call('PATCH', path, { disabled: true })
    expect(await isIn(server, person)).toBe(false)
    const again = () =>
      server.as('nobody').call('POST', '/api/session', { email: 'anna@example.com', password: 'password of anna@example.com' })
    expect((await again()).body.error.code).toBe('wrong-credentials')
    await server.call('PATCH', path, { disabled: false })
    expect(await isIn(server, person)).toBe(false)
    expect((await again()).status).toBe(200)
  })

  it('ends after 30 days without use', async () => {
    const server = await serve()
    const session = await signIn(server)
    await server.advance(29 * dayMs)
    expect(await isIn(server, session)).toBe(true)
    // The use is written beside the answer.
    await server.installation.db.transaction(function* () {})
    await server.advance(29 * dayMs)
    expect(await isIn(server, session)).toBe(true)
    await server.installation.db.transaction(function* () {})
    await server.advance(30 * dayMs)
    expect(await isIn(server, session)).toBe(false)
  })
})

describe('a writing call of a page', () => {
  it('carries the token of its own session', async () => {
    const server = await serve()
    const other = await signIn(server)
    const write = (headers: Record<string, string>) => server.as({ ...server.headers, ...headers }).call('PATCH', '/api/me', { name: 'A' })
    expect((await write({})).status).toBe(200)
    for (const token of ['', 'x', other.me.csrfToken, server.headers['x-voronka-token']?.toUpperCase() ?? '']) {
      expect((await write({ 'x-voronka-token': token })).body.error.code, token).toBe('no-token')
    }
    const { 'x-voronka-token': _, ...without } = server.headers
    expect((await server.as(without).call('PATCH', '/api/me', { name: 'A' })).body.error.code).toBe('no-token')
    expect((await server.as(without).call('GET', '/api/me')).status).toBe(200)
  })
})

describe('the first owner', () => {
  const person = { email: 'anna@example.com', name: 'Anna', password: 'correct horse', language: 'ru' }

  it('is made with the token of the console, once; nothing else answers before', async () => {
    const server = await serve({}, { owned: false })
    const token = String(await server.installation.accounts.newSetUpToken())
    for (const [method, path] of [
      ['GET', '/api/me'],
      ['POST', '/api/session'],
      ['GET', '/api/projects'],
      ['GET', '/chat/x/history?visitor=token-12345'],
    ]) {
      const { status, body } = await server.call(method ?? '', path ?? '', method === 'POST' ? {} : undefined)
      expect([status, body.error.code], path).toEqual([403, 'set-up-needed'])
    }
    expect((await server.call('GET', '/api/setup')).body).toEqual({ needed: true })
    const setUp = (given: string) => server.call('POST', '/api/setup', { ...person, token: given })
    expect((await setUp('guessed')).body.error.code).toBe('wrong-link')
    const tries = await Promise.all([setUp(token), setUp(token), setUp(token)])
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await setUp(token)).body.error.code).toBe('set-up-done')
    expect(await server.installation.accounts.newSetUpToken()).toBeUndefined()
    expect((await server.call('GET', '/api/setup')).body).toEqual({ needed: false })
  })

  it('cannot be made with a token that is older than a week', async () => {
    const server = await serve({}, { owned: false })
    const token = String(await server.installation.accounts.newSetUpToken())
    await server.advance(7 * dayMs)
    expect((await server.call('POST', '/api/setup', { ...person, token })).body.error.code).toBe('wrong-link')
    // A wrong one does not use up the right one.
    const next = String(await server.installation.accounts.newSetUpToken())
    expect((await server.call('POST', '/api/setup', { ...person, token: 'guessed' })).body.error.code).toBe('wrong-link')
    expect((await server.call('POST', '/api/setup', { ...person, token: next })).status).toBe(200)
  })
})
