import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { owner } from '../../owner.ts'
import { serve } from '../serve.ts'

let data: string
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'voronka-secrets-'))))
afterEach(() => rmSync(data, { recursive: true }))

it('stay out of the database, the log, and every later answer (P12.1, P12.2)', async () => {
  const server = await serve({ logLevel: 'debug' }, { database: join(data, 'voronka.db') })
  const { id } = (await server.call('POST', '/api/projects', {})).body
  const path = `/api/projects/${id}`
  const mail = {
    host: 'mail.example.com',
    port: 465,
    security: 'tls',
    user: 'shop',
    from: 'a@example.com',
    password: 'canary-mail-password',
  }
  expect((await server.call('PUT', `${path}/settings/mail`, mail)).status).toBe(200)
  const { secret: key } = (await server.call('POST', `${path}/keys`, { name: 'K', scopes: { sections: { tasks: 'view' }, rights: [] } }))
    .body
  const { secret: publicKey } = (await server.call('POST', `${path}/public-keys`, { name: 'P', permissions: ['clients.read'] })).body
  const { secret: totp } = (await server.call('POST', '/api/me/second-factor/begin', { password: owner.password })).body
  const invitation = String((await server.call('POST', `${path}/invitations`, { role: 'operator' })).body.path).split('#')[1] ?? ''
  const reset = (await server.installation.accounts.resetLink(owner.email))?.token ?? ''
  const cookie = String(server.headers['cookie']).split('=')[1] ?? ''
  const secrets = { mail: mail.password, key, publicKey, totp, invitation, reset, cookie, password: owner.password }
  for (const [name, secret] of Object.entries(secrets)) expect(String(secret).length, name).toBeGreaterThan(9)

  // What is refused is logged; keys come in every place that somebody may put them.
  const program = server.as({ authorization: `Bearer ${key}` })
  await program.call('GET', `${path}/orders`)
  await server.as('nobody').call('GET', `/api/${publicKey}/get_clients?key=${key}`)
  await server.as('nobody').call('GET', `/api/${key}/nothing?x=${publicKey}&y=%20${key}`)
  await server.as('nobody').call('GET', `/${key}`)
  await server
    .as('nobody')
    .call('POST', `/api/session?password=${encodeURIComponent(owner.password)}`, { email: owner.email, password: `${owner.password}!` })
  await server.as('nobody').call('POST', '/api/invitations/look', { token: `${invitation}x` })
  await server.as('nobody').call('POST', '/api/password-reset', { token: reset, password: 'short' })

  const read = ['settings/mail', 'keys', 'public-keys', 'audit', 'log', 'file', 'draft', 'invitations', 'members'].map(
    (part) => `${path}/${part}`,
  )
  const answers = await Promise.all(
    [...read, '/api/me', '/api/me/sessions', '/api/accounts', '/api/audit', '/api/openapi.json', '/health', '/metrics'].map((each) =>
      server.call('GET', each),
    ),
  )
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([])
  await server.close()
  const told = {
    log: server.log.join('\n'),
    answers: JSON.stringify(answers.map(({ body }) => body)),
    database: readdirSync(data)
      .map((file) => readFileSync(join(data, file), 'latin1'))
      .join('\n'),
  }
  for (const [where, text] of Object.entries(told)) {
    for (const [name, secret] of Object.entries(secrets)) expect(text.includes(String(secret)), `${name} in ${where}`).toBe(false)
  }
})
