import { describe, expect, it } from 'vitest'
import { serve } from '../serve.ts'

async function start(scopes: object = { sections: { tasks: 'view' }, rights: [] }, more: object = {}) {
  const server = await serve()
  const { id } = (await server.call('POST', '/api/projects', {})).body
  const path = `/api/projects/${id}`
  const made = (await server.call('POST', `${path}/keys`, { name: 'Export', scopes, ...more })).body
  const program = server.as({ authorization: `Bearer ${made.secret}` })
  return {
    server,
    path,
    secret: String(made.secret),
    key: made.key,
    program,
    list: async () => (await server.call('GET', `${path}/keys`)).body.keys,
  }
}

describe('an API key', () => {
  it('is shown once; only its hash and its last four characters are kept', async () => {
    const { server, secret, list } = await start()
    expect(secret).toMatch(/^vk_[\w-]{43}$/)
    expect(await list()).toEqual([expect.objectContaining({ name: 'Export', ending: secret.slice(-4), lastUsedAt: null, expiresAt: null })])
    const { db } = server.installation
    const stored = JSON.stringify(await db.all(db.build.selectFrom('api_keys').selectAll()))
    expect(stored).not.toContain(secret.slice(3))
    expect(JSON.stringify(await list())).not.toContain(secret.slice(3, -4))
  })

  it('opens its scopes in its project, and is refused what is for people', async () => {
    const { server, path, program } = await start()
    const other = (await server.call('POST', '/api/projects', {})).body.id
    const codes = await Promise.all(
      [
        ['GET', `${path}/tasks`],
        ['POST', `${path}/tasks`],
        ['GET', `${path}/orders`],
        ['GET', `/api/projects/${other}/tasks`],
        ['GET', '/api/me'],
        ['DELETE', path],
        ['POST', `${path}/keys`],
      ].map(
        async ([method = '', address = '']) =>
          (await program.call(method, address, method === 'POST' ? {} : undefined)).body.error?.code ?? 'ok',
      ),
    )
    expect(codes).toEqual(['ok', 'not-allowed', 'not-allowed', 'project-not-found', 'not-for-keys', 'not-for-keys', 'not-for-keys'])
  })

  it('ends at its moment, when it is revoked, and with its project', async () => {
    const { server, path, program, key } = await start(undefined, { expiresAt: '2026-03-10T12:00:00Z' })
    const status = async (who = program) => (await who.call('GET', `${path}/tasks`)).status
    await server.advance(3_600_000 - 1)
    expect(await status()).toBe(200)
    await server.advance(1)
    expect(await status()).toBe(401)
    const next = (await server.call('POST', `${path}/keys`, { name: 'Next', scopes: { sections: { tasks: 'view' }, rights: [] } })).body
    const second = server.as({ authorization: `Bearer ${next.secret}` })
    expect(await status(second)).toBe(200)
    await server.call('DELETE', path)
    expect(await status(second)).toBe(401)
    await server.call('POST', `${path}/restore`)
    expect(await status(second)).toBe(200)
    await server.call('DELETE', `${path}/keys/${next.key.id}`)
    expect(await status(second)).toBe(401)
    expect((await server.call('DELETE', `${path}/keys/${next.key.id}`)).status).toBe(404)
    expect(key.expiresAt).toBe('2026-03-10T12:00:00.000Z')
    const past = { name: 'Past', scopes: { sections: {}, rights: [] }, expiresAt: '2020-01-01T00:00:00Z' }
    expect((await server.call('POST', `${path}/keys`, past)).status).toBe(400)
  })

  it('tells when it was used last, to the minute', async () => {
    const { server, path, program, list } = await start()
    await server.advance(90_000)
    await program.call('GET', `${path}/tasks`)
    // The use is written beside the answer.
    await server.installation.db.transaction(function* () {})
    expect((await list())[0].lastUsedAt).toBe('2026-03-10T11:01:30.000Z')
    await server.advance(30_000)
    await program.call('GET', `${path}/tasks`)
    await server.installation.db.transaction(function* () {})
    expect((await list())[0].lastUsedAt).toBe('2026-03-10T11:01:30.000Z')
  })

  it('stands alone: a call with a key reads no cookie, and a wrong key is not made good by one', async () => {
    const { server, path, secret } = await start()
    const cookie = { cookie: server.headers['cookie'] ?? '' }
    const call = (authorization: string, address: string) => server.as({ ...cookie, authorization }).call('GET', address)
    expect((await call(`Bearer ${secret}`, `${path}/orders`)).body.error.code).toBe('not-allowed')
    expect((await call(`bearer   ${secret}`, `${path}/tasks`)).status).toBe(200)
    for (const wrong of ['Bearer vk_none', 'Basic abc', '', `Bearer ${secret} x`, secret]) {
      expect((await call(wrong, `${path}/tasks`)).body.error.code, wrong).toBe('wrong-key')
    }
    const asCookie = server.as({ cookie: `voronka_session=${secret}` })
    expect((await asCookie.call('GET', `${path}/tasks`)).body.error.code).toBe('not-signed-in')
    expect((await server.as('nobody').call('GET', `${path}/tasks?token=${secret}&api_key=${secret}`)).body.error.code).toBe('not-signed-in')
  })

  it('opens no more than who makes it has', async () => {
    const { server, path } = await start()
    const permissions = { sections: { settings: 'edit', tasks: 'view' }, rights: [] }
    const { id } = (await server.call('POST', `${path}/roles`, { name: 'Keys', permissions })).body
    const person = server.as(await server.person(1, id))
    const make = async (scopes: object) => (await person.call('POST', `${path}/keys`, { name: 'K', scopes })).body.error?.code ?? 'made'
    expect(await make({ sections: { tasks: 'view' }, rights: [] })).toBe('made')
    expect(await make({ sections: { tasks: 'edit' }, rights: [] })).toBe('more-than-yours')
    expect(await make({ sections: {}, rights: ['clients.delete'] })).toBe('more-than-yours')
  })

  it('may call 200 times at once and 50 times a second', async () => {
    const { server, path, program } = await start()
    const many = async (count: number) =>
      (await Promise.all(Array.from({ length: count }, () => program.call('GET', path)))).filter(({ status }) => status === 429)
    const refused = await many(230)
    expect(refused).toHaveLength(30)
    expect([refused[0]?.body.error.code, refused[0]?.headers.get('retry-after')]).toEqual(['too-many-requests', '1'])
    await server.advance(1000)
    expect(await many(60)).toHaveLength(10)
  })
})
