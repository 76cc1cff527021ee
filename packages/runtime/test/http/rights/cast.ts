import { rights, sections, type Level, type Permissions, type Section } from '@voronka/api'
import { owner as installationOwner, testSession, type TestSession } from '../../owner.ts'
import type { TestServer } from '../serve.ts'
import type { Needs } from './table.ts'

/** Everybody who can knock at a route of one project. `exactly` and `butThat` have a role, or a key, that is made to measure for each route. */
export const callers = [
  'visitor',
  'stranger',
  'formerMember',
  'installationOwner',
  'owner',
  'administrator',
  'editor',
  'operator',
  'roleExactly',
  'roleButThat',
  'keyExactly',
  'keyButThat',
  'foreignKey',
  'endedKey',
] as const
export type Caller = (typeof callers)[number]

export interface Cast {
  readonly project: number
  readonly foreignProject: number
  /** Changes the two roles made by hand, and takes keys, so that they open exactly what is needed, and everything but that. */
  dress(needs: Needs): Promise<void>
  /** What a caller sends to say who he is. */
  headers(caller: Caller): Record<string, string>
  /** Signs everybody in anew. */
  renew(): Promise<void>
}

type Person = Exclude<Caller, 'visitor' | 'keyExactly' | 'keyButThat' | 'foreignKey' | 'endedKey'>

/** The people and keys of one project and of a foreign one. The owner of the installation is a member of neither. */
export async function createCast(server: TestServer): Promise<Cast> {
  const { accounts } = server.installation
  const made = async (path: string, body: unknown) => (await server.call('POST', path, body)).body
  const [project, foreignProject] = [Number((await made('/api/projects', {})).id), Number((await made('/api/projects', {})).id)]
  const role = async (name: string) => String((await made(`/api/projects/${project}/roles`, { name, permissions: nothing })).id)
  const roles = { exactly: await role('Exactly'), butThat: await role('But that') }
  const emails: Record<Person, string> = {
    installationOwner: installationOwner.email,
    stranger: 'stranger@example.com',
    formerMember: 'former@example.com',
    owner: 'olaf@example.com',
    administrator: 'ada@example.com',
    editor: 'edna@example.com',
    operator: 'oskar@example.com',
    roleExactly: 'exa@example.com',
    roleButThat: 'bert@example.com',
  }
  const sessions = new Map<Caller, TestSession>()
  const come = async (who: Person, into: number, as: string) => sessions.set(who, await server.person(into, as, emails[who]))
  await come('stranger', foreignProject, 'administrator')
  for (const who of ['formerMember', 'owner', 'administrator'] as const) await come(who, project, 'administrator')
  for (const who of ['editor', 'operator'] as const) await come(who, project, who)
  await come('roleExactly', project, roles.exactly)
  await come('roleButThat', project, roles.butThat)

  const account = (who: Person) => sessions.get(who)?.me.account.id ?? 0
  const passed = { account: account('owner'), password: installationOwner.password }
  const asOwner = server.as(sessions.get('owner') ?? 'nobody')
  const foreignKey = await made(`/api/projects/${foreignProject}/keys`, { name: 'foreign', scopes: everything })
  const endedKey = await made(`/api/projects/${project}/keys`, { name: 'ended', scopes: everything })
  await server.call('DELETE', `/api/projects/${project}/keys/${endedKey.key.id}`)
  for (const path of [`/api/projects/${project}`, `/api/projects/${foreignProject}`]) {
    const to = path.endsWith(`/${project}`) ? passed : { ...passed, account: account('stranger') }
    await server.call('POST', `${path}/owner`, to)
  }
  sessions.set('installationOwner', testSession(await accounts.signIn(installationOwner, here)))
  await asOwner.call('DELETE', `/api/projects/${project}/members/${account('installationOwner')}`)
  await asOwner.call('DELETE', `/api/projects/${project}/members/${account('formerMember')}`)
  await server
    .as(sessions.get('stranger') ?? 'nobody')
    .call('DELETE', `/api/projects/${foreignProject}/members/${account('installationOwner')}`)

  const known = new Map<string, string>()
  async function keyFor(scopes: Permissions): Promise<string> {
    const name = JSON.stringify(scopes)
    const secret =
      known.get(name) ?? (await asOwner.call('POST', `/api/projects/${project}/keys`, { name: 'made to measure', scopes })).body.secret
    known.set(name, String(secret))
    return String(secret)
  }
  const keys = new Map<Caller, string>([
    ['foreignKey', foreignKey.secret],
    ['endedKey', endedKey.secret],
  ])
  let worn = ''

  return {
    project,
    foreignProject,
    async dress(needs) {
      if (worn === JSON.stringify(needs)) return
      worn = JSON.stringify(needs)
      const [exactly, butThat] = [only(needs), allBut(needs)]
      await asOwner.call('PATCH', `/api/projects/${project}/roles/${roles.exactly}`, { permissions: exactly })
      await asOwner.call('PATCH', `/api/projects/${project}/roles/${roles.butThat}`, { permissions: butThat })
      keys.set('keyExactly', await keyFor(exactly))
      keys.set('keyButThat', await keyFor(butThat))
    },
    headers(caller) {
      const key = keys.get(caller)
      return key === undefined ? (sessions.get(caller)?.headers(server.url) ?? {}) : { authorization: `Bearer ${key}` }
    },
    async renew() {
      for (const [who, email] of Object.entries(emails) as [Person, string][]) {
        const password = who === 'installationOwner' ? installationOwner.password : `password of ${email}`
        sessions.set(who, testSession(await accounts.signIn({ email, password }, here)))
      }
      // The object that calls of the owner are made with outlives his session.
      asOwner.call = server.as(sessions.get('owner') ?? 'nobody').call
    },
  }
}

const here = { address: '127.0.0.1', browser: 'a test' }

const all = (level: Level) => Object.fromEntries(sections.map((section) => [section, level])) as Record<Section, Level>
const nothing: Permissions = { sections: all('none'), rights: [] }
const everything: Permissions = { sections: all('edit'), rights }

function only(needs: Needs): Permissions {
  if (needs.who === 'editing') return { sections: { ...nothing.sections, tasks: 'edit' }, rights: [] }
  if (needs.who !== 'role') return nothing
  const { section, level, right } = needs
  return { sections: { ...nothing.sections, [section]: level }, rights: right ? [right] : [] }
}

/** Where a switch is needed, it alone is missing; else the section is open one level less. */
function allBut(needs: Needs): Permissions {
  if (needs.who === 'editing') return { sections: all('view'), rights }
  if (needs.who !== 'role') return everything
  const { section, level, right } = needs
  if (right) return { ...everything, rights: rights.filter((each) => each !== right) }
  return { ...everything, sections: { ...everything.sections, [section]: level === 'edit' ? 'view' : 'none' } }
}
