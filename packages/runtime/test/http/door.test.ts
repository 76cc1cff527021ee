import { describe, expect, it } from 'vitest'
import { owner } from '../owner.ts'
import { rawRequest } from './raw-request.ts'
import { serve, type TestServer } from './serve.ts'

describe('pages of other sites', () => {
  it.each([
    ['our own page', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 200],
    ['our own page by number', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    ['nobody who says where he is from', { host: '127.0.0.1:3000' }, 403],
    ['another site', { host: '127.0.0.1:3000', origin: 'https://evil.example' }, 403],
    ['another port of this machine', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:4000' }, 403],
    ['a sandboxed page', { host: '127.0.0.1:3000', origin: 'null' }, 403],
    ['a page that hides where it is from', { host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }, 403],
    ['a foreign name that points here', { host: 'evil.example', origin: 'http://evil.example' }, 403],
    ['a name that only begins like ours', { host: 'localhost.evil.example' }, 403],
    ['no name', { host: '' }, 403],
  ])('may write or not: %s', async (_who, headers, status) => {
    const server = await serve()
    expect(await raw(server.url, 'POST', '/api/projects', { ...signedIn(server), ...headers })).toBe(status)
  })

  it.each([
    ['our own page', { origin: 'http://127.0.0.1:3000' }, 401],
    ['a program', {}, 401],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a page that hides where it is from', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('may sign somebody in or not: %s', async (_who, headers, status) => {
    const server = await serve()
    const body = '{"email":"nobody@example.com","password":"x"}'
    expect(await raw(server.url, 'POST', '/api/session', { host: '127.0.0.1:3000', ...headers }, body)).toBe(status)
  })

  it('cannot read what is ours: no answer lets another origin in', async () => {
    const server = await serve()
    const { headers } = await server.call('GET', '/api/projects', undefined, { origin: 'https://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('are let in under the public address that is set', async () => {
    const server = await serve({ publicUrl: 'https://bots.example.com', proxy: '127.0.0.1' })
    const proxied = { ...signedIn(server), host: 'bots.example.com', origin: 'https://bots.example.com', 'x-forwarded-for': '8.8.8.8' }
    expect(await raw(server.url, 'POST', '/api/projects', proxied)).toBe(200)
    expect(await raw(server.url, 'POST', '/api/projects', { ...proxied, origin: 'https://other.example.com' })).toBe(403)
  })
})

describe('the network', () => {
  it('reaches the chat but neither builder nor API when it is kept to this machine', async () => {
    const server = await serve({ network: 'chat' })
    const here = { cookie: server.headers['cookie'] ?? '', host: '127.0.0.1' }
    const through = { ...here, 'x-forwarded-for': '8.8.8.8' }
    expect(await raw(server.url, 'GET', '/api/projects', through)).toBe(403)
    expect(await raw(server.url, 'GET', '/', { ...through, accept: 'text/html' })).toBe(403)
    expect(await raw(server.url, 'GET', '/health', through)).toBe(200)
    expect(await raw(server.url, 'GET', '/chat/nowhere/history?visitor=visitor-0001', { ...through, host: 'mybox.lan' })).toBe(404)
    expect(await raw(server.url, 'GET', '/api/projects', here)).toBe(200)
  })

  it('is told by a proxy only when the settings name it', async () => {
    const seen = async (proxy: string) => {
      const server = await serve({ proxy })
      const body = JSON.stringify({ email: owner.email, password: owner.password })
      await raw(server.url, 'POST', '/api/session', { host: '127.0.0.1', 'x-forwarded-for': '203.0.113.7' }, body)
      const { sessions } = (await server.call('GET', '/api/me/sessions')).body
      return sessions.map(({ address }: { address: string }) => address).includes('203.0.113.7')
    }
    expect([await seen(''), await seen('10.0.0.1'), await seen('127.0.0.0/8')]).toEqual([false, false, true])
  })
})

describe('what every answer carries', () => {
  it('forbids scripts from elsewhere and guessing of types', async () => {
    const server = await serve()
    for (const path of ['/health', '/api/projects', '/api/nothing', '/chat/abc', '/']) {
      const { headers } = await server.call('GET', path, undefined, { accept: 'text/html' })
      const policy = headers.get('content-security-policy') ?? ''
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1]
      expect(["'self'", "'none'"], path).toContain(scripts)
      // Which sites may show a chat is its owner's setting.
      if (path !== '/chat/abc') expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('has a number that the log names when it was refused', async () => {
    const server = await serve({ logLevel: 'warn' })
    await server.call('GET', '/api/projects')
    const { headers } = await server.call('GET', '/api/projects/404')
    const id = headers.get('x-request-id')
    expect(id).toMatch(/^\w+-\w+$/)
    expect(server.log.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', request: id, status: 404, why: 'project-not-found' },
    ])
  })

  it('writes no token into the log, and no line that a caller made up', async () => {
    const server = await serve()
    await server.call('GET', '/chat/none/history?visitor=secret-token-1&x=1')
    await server.call('GET', '/api/projects?token=secret-token-2&note=%0a%7b%22level%22:%22error%22%7d')
    expect(server.log.join('')).not.toContain('secret-token')
    expect(server.log.every((line) => line.split('\n').length === 2)).toBe(true)
  })
})

describe('the OpenAPI document', () => {
  it('is served, and names only calls that are there', async () => {
    const server = await serve()
    const { body } = await server.call('GET', '/api/openapi.json')
    expect(body.openapi).toMatch(/^3\.1/)
    for (const [path, methods] of Object.entries<object>(body.paths)) {
      for (const method of Object.keys(methods)) {
        const { body: answer } = await server.call(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'))
        expect(answer?.error?.code, `${method} ${path}`).not.toBe('not-found')
      }
    }
  })
})

it('says how it is, with the lengths of its queues', async () => {
  const server = await serve({ backups: 0 })
  expect((await server.call('GET', '/health')).body).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    storage: 'ok',
    backup: 'none',
    queues: { running: 0, waiting: 0, overdueTimers: 0 },
  })
})

/** What a page of the owner carries, but for where it is from. */
const signedIn = ({ headers }: TestServer): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'origin'))

const raw = async (url: string, method: string, path: string, headers: Record<string, string>, json = '{}'): Promise<number> =>
  (await rawRequest(url, { method, path, headers, body: method === 'POST' ? json : '' })).status
