import { describe, expect, it } from 'vitest'
import { serve, type TestServer } from '../serve.ts'

const dayMs = 24 * 3_600_000

async function start() {
  const server = await serve()
  const { id } = (await server.call('POST', '/api/projects', { name: 'Shop' })).body
  const path = `/api/projects/${id}`
  const invite = async (body: object = {}) => {
    const answer = (await server.call('POST', `${path}/invitations`, { role: 'operator', ...body })).body
    return { token: String(answer.path).split('#')[1] ?? '', id: Number(answer.invitation.id), path: String(answer.path) }
  }
  return { server, project: Number(id), path, invite }
}

const register = (server: TestServer, token: string, more: object = {}) =>
  server.as('nobody').call('POST', '/api/invitations/register', {
    token,
    name: 'Anna',
    email: 'anna@example.com',
    password: 'a good password',
    language: 'en',
    ...more,
  })
const look = async (server: TestServer, token: string): Promise<number> =>
  (await server.as('nobody').call('POST', '/api/invitations/look', { token })).status

describe('an invitation', () => {
  it('lets one person in, once, with its role', async () => {
    const { server, path, invite, project } = await start()
    const { token, path: link } = await invite()
    expect(link).toBe(`/invitation#${token}`)
    expect((await server.as('nobody').call('POST', '/api/invitations/look', { token })).body).toMatchObject({
      project: 'Shop',
      role: { id: 'operator' },
      email: null,
    })
    const answers = await Promise.all([register(server, token), register(server, token, { email: 'boris@example.com' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
      projectId: project,
      me: { projects: [{ role: { id: 'operator' } }] },
    })
    expect(await look(server, token)).toBe(404)
    expect((await server.call('GET', `${path}/members`)).body.members).toHaveLength(2)
    // Who lost left no account behind.
    expect((await server.call('GET', '/api/accounts')).body.accounts).toHaveLength(2)
  })

  it('ends when it is revoked, when its time is over, and with its project', async () => {
    const { server, path, invite } = await start()
    const [revoked, short, long] = [await invite(), await invite({ days: 1 }), await invite({ days: 30 })]
    await server.call('DELETE', `${path}/invitations/${revoked.id}`)
    expect((await register(server, revoked.token)).body.error.code).toBe('wrong-link')
    await server.advance(dayMs - 1)
    expect(await look(server, short.token)).toBe(200)
    await server.advance(1)
    expect((await register(server, short.token)).body.error.code).toBe('wrong-link')
    expect((await server.call('GET', `${path}/invitations`)).body.invitations).toHaveLength(1)
    await server.call('DELETE', path)
    expect((await register(server, long.token)).body.error.code).toBe('wrong-link')
  })

  it('for one address is for nobody else, and an account there signs in first', async () => {
    const { server, invite, project } = await start()
    const { token } = await invite({ email: 'Anna@Example.com' })
    expect((await register(server, token, { email: 'boris@example.com' })).body.error.code).toBe('for-somebody-else')
    const boris = await server.person(project, 'operator', 'boris@example.com')
    expect((await server.as(boris).call('POST', '/api/invitations/accept', { token })).body.error.code).toBe('for-somebody-else')
    expect((await register(server, token, { email: undefined })).body.me.account.email).toBe('Anna@Example.com')
    const again = await invite({ email: 'boris@example.com' })
    expect((await register(server, again.token, { email: undefined })).body.error.code).toBe('account-exists')
    expect((await server.as(boris).call('POST', '/api/invitations/accept', { token: again.token })).body.error.code).toBe('already-member')
    // A refusal has not used it up.
    expect(await look(server, again.token)).toBe(200)
  })

  it('is stored hashed', async () => {
    const { server, invite } = await start()
    const { token } = await invite()
    const { db } = server.installation
    const stored = JSON.stringify(await db.all(db.build.selectFrom('invitations').selectAll()))
    expect(stored).not.toContain(token)
  })

  it('gives no more than who made it has', async () => {
    const { server, path } = await start()
    const permissions = { sections: { employees: 'edit', tasks: 'edit' }, rights: [] }
    const { id: chief } = (await server.call('POST', `${path}/roles`, { name: 'Chief', permissions })).body
    const { id: less } = (
      await server.call('POST', `${path}/roles`, { name: 'Less', permissions: { sections: { tasks: 'view' }, rights: [] } })
    ).body
    const person = server.as(await server.person(1, chief))
    const invite = async (role: string) => (await person.call('POST', `${path}/invitations`, { role })).body.error?.code ?? 'made'
    expect([await invite('administrator'), await invite('owner'), await invite(chief), await invite(less), await invite('987')]).toEqual([
      'more-than-yours',
      'owner-stays',
      'made',
      'made',
      'role-not-found',
    ])
  })
})

describe('a role', () => {
  it('holds from the next call on, for everybody who has it', async () => {
    const { server, path, project } = await start()
    const { id } = (await server.call('POST', `${path}/roles`, { name: 'R', permissions: { sections: { tasks: 'view' }, rights: [] } }))
      .body
    const person = server.as(await server.person(project, id))
    const may = async (what: string) => (await person.call('GET', `${path}/${what}`)).status === 200
    expect([await may('tasks'), await may('orders')]).toEqual([true, false])
    await server.call('PATCH', `${path}/roles/${id}`, { permissions: { sections: { orders: 'view' }, rights: [] } })
    expect([await may('tasks'), await may('orders')]).toEqual([false, true])
    const { members } = (await server.call('GET', `${path}/members`)).body
    const { account } = members.at(-1)
    await server.call('PATCH', `${path}/members/${account}`, { role: 'administrator' })
    expect([await may('tasks'), await may('members')]).toEqual([true, true])
    await server.call('DELETE', `${path}/members/${account}`)
    expect((await person.call('GET', `${path}/tasks`)).body.error.code).toBe('project-not-found')
  })

  it('that somebody has, or is invited to, cannot be deleted; a fixed one never', async () => {
    const { server, path, invite } = await start()
    const { id } = (await server.call('POST', `${path}/roles`, { name: 'R', permissions: { sections: {}, rights: [] } })).body
    const invitation = await invite({ role: id })
    expect((await server.call('DELETE', `${path}/roles/${id}`)).body.error.code).toBe('role-in-use')
    await server.call('DELETE', `${path}/invitations/${invitation.id}`)
    expect((await server.call('DELETE', `${path}/roles/${id}`)).status).toBe(200)
    expect((await server.call('DELETE', `${path}/roles/editor`)).body.error.code).toBe('role-is-fixed')
    expect((await server.call('PATCH', `${path}/roles/owner`, { name: 'x' })).body.error.code).toBe('role-is-fixed')
  })

  it('of the owner goes on with his password alone, and there is one owner at any moment', async () => {
    const { server, path, project } = await start()
    const [anna, boris] = [await server.person(project, 'administrator'), await server.person(project, 'operator')]
    const pass = (account: number, password: string) => server.call('POST', `${path}/owner`, { account, password })
    expect((await pass(anna.me.account.id, 'wrong')).body.error.code).toBe('wrong-password')
    expect((await server.as(anna).call('DELETE', `${path}/members/1`)).body.error.code).toBe('owner-stays')
    const both = await Promise.all([pass(anna.me.account.id, 'correct horse battery'), pass(boris.me.account.id, 'correct horse battery')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    const { members } = (await server.call('GET', `${path}/members`)).body
    expect(members.filter(({ role }: { role: { id: string } }) => role.id === 'owner')).toHaveLength(1)
  })
})
