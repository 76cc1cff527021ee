import { expect, it } from 'vitest'
import { serve } from './serve.ts'

const link = 'https://pay.example/?id={payment}&sum={sum}'
const path = '/api/projects/1/connections'

it('connections are made, changed, switched off and removed; secrets never come back, not even in the audit', async () => {
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  const made = await server.call('POST', path, { kind: 'payment-link', fields: { link, secret: 'first-secret-abcd' } })
  expect(made).toMatchObject({
    status: 200,
    body: {
      kind: 'payment-link',
      enabled: true,
      settings: { link, algorithm: 'sha256' },
      secrets: { secret: 'abcd' },
      checked: { ok: true },
    },
  })
  expect(made.body.inbound.callback).toMatch(/^\/pay\/callback\/[\w-]{20,}$/)
  const { id } = made.body
  const changed = await server.call('PATCH', `${path}/${id}`, { fields: { link: 'https://pay.example/', secret: 'second-secret-wxyz' } })
  expect(changed.body).toMatchObject({ secrets: { secret: 'wxyz' }, checked: { ok: false, reason: 'no-payment' } })
  expect((await server.call('PATCH', `${path}/${id}`, { enabled: false, fields: { secret: '' } })).body).toMatchObject({
    enabled: false,
    secrets: { secret: 'wxyz' },
  })
  expect((await server.call('POST', `${path}/${id}/check`)).body.checked).toMatchObject({ ok: false })
  const seen = [made, changed, await server.call('GET', path)]
  expect((await server.call('DELETE', `${path}/${id}`)).body).toEqual({ ok: true })
  expect((await server.call('GET', path)).body).toEqual({ connections: [] })
  const audit = await server.call('GET', '/api/projects/1/audit')
  expect(audit.body.entries.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining(['connection.created', 'connection.changed', 'connection.removed']),
  )
  expect(JSON.stringify([...seen, audit]) + server.log.join('')).not.toMatch(/first-secret|second-secret/)
})

it('what is wrong is told field by field, a second one of a single kind and an unknown one are refused', async () => {
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  const wrong = await server.call('POST', path, { kind: 'payment-link', fields: { link: 'mailto:a', algorithm: 'rot13', color: 'red' } })
  expect(wrong.status).toBe(400)
  expect(wrong.body.error.details.problems.map((problem: { path: string }) => problem.path)).toEqual([
    'fields.color',
    'fields.link',
    'fields.secret',
    'fields.algorithm',
  ])
  expect((await server.call('POST', path, { kind: 'carrier-pigeon', fields: {} })).body.error.code).toBe('connection-kind-unknown')
  const both = await Promise.all([1, 2].map(() => server.call('POST', path, { kind: 'test-payments', fields: {} })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

it('nobody reaches the connection of another project, and who may only look changes nothing', async () => {
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  await server.call('POST', '/api/projects', { name: 'Two' })
  const { id } = (await server.call('POST', path, { kind: 'test-payments', fields: {} })).body
  const other = `/api/projects/2/connections/${id}`
  for (const [method, address, body] of [
    ['PATCH', other, { enabled: false }],
    ['POST', `${other}/check`, undefined],
    ['DELETE', other, undefined],
  ] as const)
    expect((await server.call(method, address, body)).status).toBe(404)
  expect((await server.as(await server.person(1, 'operator')).call('GET', path)).status).toBe(403)
  expect((await server.call('GET', path)).body.connections).toMatchObject([{ id, enabled: true }])
})
