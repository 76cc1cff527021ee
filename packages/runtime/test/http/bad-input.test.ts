import { allEndpoints } from '@voronka/api'
import { wellFormed } from '@voronka/calculator'
import fc from 'fast-check'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Client } from 'undici'
import { describe, expect, it } from 'vitest'
import { serve, type TestServer } from './serve.ts'

const json = { 'content-type': 'application/json' }

describe('a request that cannot be understood', () => {
  const cases: readonly (readonly [
    what: string,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
    status: number,
    code: string,
  ])[] = [
    ['broken JSON', 'POST', '/api/projects', '{"name": ', json, 400, 'bad-json'],
    ['an empty text as JSON', 'POST', '/api/projects', ' ', json, 400, 'bad-json'],
    ['JSON that is no object', 'POST', '/api/projects', '7', json, 400, 'bad-request'],
    ['no body where one is needed', 'POST', '/api/projects/1/publish', undefined, {}, 400, 'bad-request'],
    ['a form', 'POST', '/api/projects', 'name=A', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-content-type'],
    ['a text', 'POST', '/api/projects', '{}', { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    [
      'an unknown character set',
      'POST',
      '/api/projects',
      '{}',
      { 'content-type': 'application/json; charset=klingon' },
      415,
      'wrong-content-type',
    ],
    ['an unknown packing', 'POST', '/api/projects', '{}', { ...json, 'content-encoding': 'zoo' }, 415, 'wrong-content-type'],
    ['a wrong field', 'POST', '/api/projects', '{"name": 5}', json, 400, 'bad-request'],
    ['nesting without end', 'POST', '/api/projects', `{"file": ${'['.repeat(5000)}${']'.repeat(5000)}}`, json, 400, 'too-deep'],
    ['an id that is none', 'GET', '/api/projects/abc', undefined, {}, 400, 'bad-request'],
    ['an id beyond all numbers', 'GET', '/api/projects/99999999999999999', undefined, {}, 400, 'bad-request'],
    ['a project that is not there', 'GET', '/api/projects/404', undefined, {}, 404, 'project-not-found'],
    ['an address that is not there', 'GET', '/api/nothing', undefined, {}, 404, 'not-found'],
    ['a method that is not there', 'PUT', '/api/projects', '{}', json, 404, 'not-found'],
    ['bad percent signs in the path', 'GET', '/api/projects/%E0%A4%A', undefined, {}, 400, 'bad-path'],
    ['bad percent signs in a page address', 'GET', '/%', undefined, { accept: 'text/html' }, 400, 'bad-path'],
    ['a way out of the pages', 'GET', '/assets/..%2f..%2f..%2fpackage.json', undefined, {}, 404, 'not-found'],
    ['an address of 9 KB', 'GET', `/api/projects?${'x'.repeat(9000)}`, undefined, {}, 414, 'address-too-long'],
    ['1,001 parameters', 'GET', `/api/projects?${'a&'.repeat(1001)}`, undefined, {}, 400, 'bad-request'],
  ]

  it.each(cases)('%s: %s %s', async (_what, method, path, body, headers, status, code) => {
    const server = await serve()
    // Who is asked about a project that is not there learns nothing else.
    if (path.includes('/projects/1/')) await server.call('POST', '/api/projects', { name: 'A' })
    const response = await fetch(server.url + path, {
      method,
      headers: { ...server.headers, ...headers },
      ...(body !== undefined && { body: String(body) }),
    })
    const answer: unknown = await response.json()
    expect([response.status, answer]).toMatchObject([status, { error: { code, message: expect.stringMatching(/\S/) } }])
  })

  it('names the field that is wrong', async () => {
    const server = await serve()
    const body = { revision: 0, editor: 'e', edits: [{ type: 'put-block', block: { number: 1, x: 'left' } }] }
    const { id } = (await server.call('POST', '/api/projects', {})).body
    const { error } = (await server.call('POST', `/api/projects/${id}/draft/edits`, body)).body
    expect(error.message).toContain('edits[0].block.x')
    expect(error.details.problems).toEqual([{ in: 'body', path: 'edits[0].block.x', message: expect.any(String) }])
  })
})

describe('sizes', () => {
  it('takes 1 MB in most calls, 32 MB in those that carry a project', async () => {
    const server = await serve()
    const { id } = (await server.call('POST', '/api/projects', { name: 'A' })).body
    const big = 'x'.repeat(1_100_000)
    const variable = await server.call('PUT', `/api/projects/${id}/variables`, { name: 'a', value: big })
    expect([variable.status, variable.body.error.code]).toEqual([413, 'too-large'])
    const block = { type: 'put-block', block: { number: 1, text: big } }
    expect((await server.call('POST', `/api/projects/${id}/draft/edits`, { revision: 0, editor: 'e', edits: [block] })).status).toBe(200)
    const file = { format: 1, blocks: [{ number: 1, text: 'x'.repeat(33_000_000) }] }
    expect((await server.call('POST', '/api/projects', { file }).catch(() => ({ status: 413 }))).status).toBe(413)
  })

  it('counts what a packed body unpacks to', async () => {
    const server = await serve()
    const bomb = gzipSync(JSON.stringify({ name: 'a', value: 'x'.repeat(5_000_000) }))
    expect(bomb.length).toBeLessThan(10_000)
    const { id } = (await server.call('POST', '/api/projects', { name: 'A' })).body
    const { status } = await server.call('PUT', `/api/projects/${id}/variables`, new Uint8Array(bomb), {
      ...json,
      'content-encoding': 'gzip',
    })
    expect(status).toBe(413)
    const small = gzipSync(JSON.stringify({ name: 'Packed' }))
    expect((await server.call('POST', '/api/projects', new Uint8Array(small), { ...json, 'content-encoding': 'gzip' })).body.name).toBe(
      'Packed',
    )
  })

  it('refuses headers beyond 16 KB', async () => {
    const server = await serve()
    expect((await server.call('GET', '/health', undefined, { 'x-long': 'x'.repeat(17_000) })).status).toBe(431)
  })
})

it('takes the last of repeated parameters', async () => {
  const server = await serve()
  const { id } = (await server.call('POST', '/api/projects', {})).body
  expect((await server.call('GET', `/api/projects/${id}/file?version=x&version=9`)).body.error.code).toBe('version-not-found')
})

it('answers others while hundreds send their request byte by byte (P7.7)', async () => {
  const server = await serve()
  const port = Number(new URL(server.url).port)
  const slow = Array.from({ length: 500 }, () => connect(port, '127.0.0.1'))
  const head = 'POST /api/projects HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n'
  for (const [index, socket] of slow.entries()) {
    socket.on('error', () => undefined)
    // Half of them have not even sent all headers.
    socket.write(index % 2 ? `${head}\r\n{` : head)
  }
  expect((await server.call('GET', '/health')).status).toBe(200)
  expect((await server.call('POST', '/api/projects', {})).status).toBe(200)
  for (const socket of slow) socket.destroy()
})

describe('nothing that a caller sends is answered with 500', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', '\u0000', '\uD800', '__proto__', 'constructor', '1e999', '-0', '2026-02-30T00:00:00Z', 'x'.repeat(5000)),
    fc.integer(),
    fc.double(),
  )
  const fields =
    'name file revision editor edits note value kind text urls block move moment milliseconds scope visitor id callback button ' +
    'attachments enabled starter language timezone __proto__ constructor'
  const names = fc.constantFrom(...fields.split(' '))
  const bodies = fc.oneof(values, fc.dictionary(names, values, { noNullPrototype: true }))
  const parts = fc.oneof(
    fc.constantFrom('1', '2', '0', '-1', '%', '%00', '..', '%2e%2e', '9007199254740991', 'a b', '%F0%9F%98%80', 'test-1'),
    fc.string({ maxLength: 20 }),
  )

  const calls = fc.record({
    // All but those that would end the session of whoever asks.
    endpoint: fc.constantFrom(...allEndpoints.filter(({ name }) => !/^(signOut|endSession)/.test(name))),
    path: fc.array(parts, { minLength: 3, maxLength: 3 }),
    query: fc.oneof(fc.constant(''), fc.webQueryParameters()),
    body: bodies,
  })

  it('on any endpoint, with any path, query and body', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', { starter: 'shop-basket' })
    // `fetch` would take steps like `..` before it sends anything; who means harm does not.
    const asWritten = new Client(server.url)
    await fc.assert(
      fc.asyncProperty(calls, async ({ endpoint, path, query, body }) => {
        let part = 0
        // Mostly the project that is there, so that the calls get past the first check.
        const address = endpoint.path.replace(/:\w+/g, (name) =>
          name === ':projectId' && part === 0 && part++ === 0 ? '1' : encodeOnce(path[part++ % 3] ?? ''),
        )
        const answer = await asWritten.request({
          method: endpoint.method.toUpperCase(),
          path: `${address}?${query}`,
          headers: { ...json, ...server.headers },
          ...(endpoint.method !== 'get' && { body: JSON.stringify(body) ?? '' }),
        })
        const text = await answer.body.text()
        expect(answer.statusCode, `${endpoint.name} ${address} ${text}`).toBeLessThan(500)
        if (answer.statusCode >= 400)
          expect(JSON.parse(text)).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
      }),
      { numRuns: 600 },
    )
    await asWritten.close()
    expect(await healthy(server)).toBe(true)
  })

  it('with events of any shape in the test chat', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', { starter: 'quiz-lead' })
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    const events = fc.oneof(
      fc.record({ kind: fc.constantFrom('text', 'button', 'callback'), text }),
      fc.record({ kind: fc.constant('attachment'), urls: fc.array(text, { minLength: 1, maxLength: 3 }), caption: text }),
      fc.record({ kind: fc.constant('send-block'), block: fc.integer({ min: 1, max: 60 }) }),
      fc.constant({ kind: 'unsubscribed' }),
    )
    await fc.assert(
      fc.asyncProperty(events, async (event) => {
        const { status, body } = await server.call('POST', '/api/projects/1/test-chat/1/events', event)
        expect([status, body.error]).toEqual([200, undefined])
      }),
      { numRuns: 100 },
    )
  })
})

/** Percent signs stay: broken encodings are a part of what is tried. */
const encodeOnce = (part: string): string => (/^[\w%.-]+$/.test(part) ? part : encodeURIComponent(wellFormed(part)))

async function healthy(server: TestServer): Promise<boolean> {
  return (await server.call('GET', '/health')).body.status === 'ok' && !server.log.some((line) => line.includes('"level":"error"'))
}
