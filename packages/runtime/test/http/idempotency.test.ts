import { settle } from '@voronka/flow/engine'
import { describe, expect, it } from 'vitest'
import { serve, type TestServer } from './serve.ts'

const create = (server: TestServer, key: string, name = 'Shop') =>
  server.call('POST', '/api/projects', { name, language: 'en' }, { 'idempotency-key': key })
const count = async (server: TestServer) => (await server.call('GET', '/api/projects')).body.projects.length
const rows = ({ installation: { db } }: TestServer) =>
  db.transaction(function* () {
    return yield* settle(
      db.all<{ actor: string; key_hash: string; content: string; answer: string | null }>(
        db.build.selectFrom('idempotent_calls').selectAll(),
      ),
    )
  })

describe('a writing call with an Idempotency-Key', () => {
  it('is answered again as before, and its work is done once', async () => {
    const server = await serve()
    const first = await create(server, 'one')
    const again = await create(server, 'one')
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null])
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(again.body).toEqual(first.body)
    expect(await count(server)).toBe(1)
  })

  it('does its work once, however many come at once', async () => {
    const server = await serve()
    const answers = await Promise.all(Array.from({ length: 100 }, () => create(server, 'one')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await count(server)).toBe(1)
  })

  it('of another call is refused, also when only the body differs', async () => {
    const server = await serve()
    const { body } = await create(server, 'one')
    expect(await create(server, 'one', 'Other')).toMatchObject({ status: 409, body: { error: { code: 'idempotency-key-used' } } })
    const elsewhere = await server.call('DELETE', `/api/projects/${body.id}`, undefined, { 'idempotency-key': 'one' })
    expect(elsewhere).toMatchObject({ status: 409, body: { error: { code: 'idempotency-key-used' } } })
    expect(await count(server)).toBe(1)
  })

  it('that was refused has done nothing and may be tried again', async () => {
    const server = await serve()
    const restore = () => server.call('POST', '/api/projects/1/restore', undefined, { 'idempotency-key': 'r' })
    expect((await restore()).status).toBe(404)
    await create(server, 'one')
    await server.call('DELETE', '/api/projects/1')
    expect((await restore()).status).toBe(200)
  })

  it('is forgotten after 24 hours', async () => {
    const server = await serve()
    await create(server, 'one')
    await server.advance(24 * 3_600_000 - 1)
    await create(server, 'one')
    expect(await count(server)).toBe(1)
    await server.advance(1)
    await create(server, 'one')
    expect(await count(server)).toBe(2)
  })

  it('that a server left unfinished is not done twice', async () => {
    const server = await serve()
    await create(server, 'one')
    const { db } = server.installation
    await db.transaction(() => settle(db.run(db.build.updateTable('idempotent_calls').set({ answer: null }))))
    expect(await create(server, 'one')).toMatchObject({ status: 409, body: { error: { code: 'idempotent-call-running' } } })
    await server.advance(60_000)
    expect(await create(server, 'one')).toMatchObject({ status: 409, body: { error: { code: 'idempotent-call-cut' } } })
    expect(await count(server)).toBe(1)
  })

  it('leaves neither its key nor its answer readable in the database', async () => {
    const server = await serve()
    await create(server, 'a-key-that-nobody-knows', 'Canary')
    expect(JSON.stringify(await rows(server))).not.toMatch(/a-key-that|Canary/)
    expect((await create(server, 'a-key-that-nobody-knows', 'Canary')).body.name).toBe('Canary')
  })

  it.each(['', 'with space', 'x'.repeat(256), 'ü'])('and the key %j is refused', async (key) => {
    const server = await serve()
    const { status } = await create(server, Buffer.from(key).toString('latin1'))
    // An empty header is one that was not sent to some programs: it is refused here, so that nobody believes he is safe.
    expect(status).toBe(400)
    expect(await count(server)).toBe(0)
  })
})

it('calls without the header are never taken for repeats', async () => {
  const server = await serve()
  for (let time = 0; time < 2; time++) await server.call('POST', '/api/projects', { name: 'Shop' })
  expect(await count(server)).toBe(2)
})
