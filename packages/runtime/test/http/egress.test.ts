import { expect, it, onTestFinished } from 'vitest'
import { createServer } from 'node:net'
import { requestSchema } from '@voronka/flow'
import { foreignServer } from '../foreign-server.ts'
import { serve } from './serve.ts'

it('tries a request with given values, and shows secrets masked', async () => {
  const foreign = await foreignServer(({ body }) => ({ status: 201, body: JSON.stringify({ heard: JSON.parse(body) }) }))
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  await server.call('PUT', '/api/installation/allowed-hosts/1', { hosts: [`127.0.0.1:${foreign.port}`] })
  const request = requestSchema.parse({
    type: 'post_json',
    url: `${foreign.url}/#{who}`,
    headers: [{ name: 'Authorization', value: 'Bearer #{key}' }],
    body: '{"who": "#{who}"}',
  })
  const { status, body } = await server.call('POST', '/api/projects/1/requests/try', {
    request,
    variables: { who: 'A "B"', key: 's3cret' },
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 201, failure: null, attempts: 1, body: '{"heard":{"who":"A \\"B\\""}}' })
  expect(JSON.stringify(body)).not.toContain('s3cret')
  expect(foreign.heard).toMatchObject([{ method: 'POST', url: '/A%20%22B%22', headers: { authorization: 'Bearer s3cret' } }])
})

it('refuses what is not public, unless an owner of the server opened it to that very project', async () => {
  const foreign = await foreignServer(() => ({ body: '{}' }))
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  await server.call('POST', '/api/projects', { name: 'Two' })
  const tried = async (project: number) =>
    (await server.call('POST', `/api/projects/${project}/requests/try`, { request: requestSchema.parse({ url: foreign.url }) })).body
  expect(await tried(1)).toMatchObject({ status: 0, failure: 'unreachable' })
  expect((await server.call('PUT', '/api/installation/allowed-hosts/2', { hosts: ['127.0.0.0/8', ' LOCALHOST '] })).body).toEqual({
    hosts: ['127.0.0.0/8', 'localhost'],
    ofServer: [],
  })
  expect(await tried(1)).toMatchObject({ status: 0 })
  expect(await tried(2)).toMatchObject({ status: 200 })
  expect(foreign.heard).toHaveLength(1)
  const { entries } = (await server.call('GET', '/api/projects/2/audit')).body
  expect(entries[0]).toMatchObject({ action: 'hosts.changed', subject: 'Two', before: '', after: '127.0.0.0/8, localhost' })
})

it('lets the people of a project look at its hosts, and nobody but owners of the server change them', async () => {
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  const boss = server.as(await server.person(1, 'administrator'))
  expect((await boss.call('GET', '/api/projects/1/allowed-hosts')).body).toEqual({ hosts: [], ofServer: [] })
  expect((await boss.call('PUT', '/api/installation/allowed-hosts/1', { hosts: ['10.0.0.1'] })).status).toBe(403)
  const bad = await server.call('PUT', '/api/installation/allowed-hosts/1', { hosts: ['crm.intranet', 'a b'] })
  expect(bad).toMatchObject({ status: 400, body: { error: { details: { problems: [{ path: 'hosts[1]' }] } } } })
  expect((await server.call('PUT', '/api/installation/allowed-hosts/9', { hosts: [] })).status).toBe(404)
})

it('holds the mail server of a project to the same rule', async () => {
  let connections = 0
  const smtp = createServer((socket) => {
    connections++
    socket.end('554 no service\r\n')
  })
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void smtp.close())
  const address = smtp.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const server = await serve()
  await server.call('POST', '/api/projects', { name: 'One' })
  const settings = { host: '127.0.0.1', port, security: 'none', user: '', from: 'a@example.com' }
  expect((await server.call('PUT', '/api/projects/1/settings/mail', settings)).status).toBe(200)
  const test = () => server.call('POST', '/api/projects/1/settings/mail/test', { to: 'b@example.com' })
  expect(await test()).toMatchObject({ status: 422, body: { error: { code: 'mail-refused' } } })
  expect(connections).toBe(0)
  await server.call('PUT', '/api/installation/allowed-hosts/1', { hosts: ['127.0.0.1'] })
  await test()
  expect(connections).toBe(1)
})
