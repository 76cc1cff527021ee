import { allEndpoints, livePath } from '@voronka/api'
import { Router } from 'express'
import { Agent } from 'node:http'
import { describe, expect, inject, it } from 'vitest'
import { allRoutes } from '../../../src/http/routes.ts'
import { rawRequest, type RawAnswer } from '../raw-request.ts'
import { serve } from '../serve.ts'
import { callers, createCast, type Caller } from './cast.ts'
import { table, type Row } from './table.ts'

/** Where each route of the table is: those of the contract, and two that it does not list. */
const routes = new Map([
  ...allEndpoints.map(({ name, method, path }) => [name, { method, path }] as const),
  ['liveEvents', { method: 'get', path: livePath }] as const,
  ['openApi', { method: 'get', path: '/api/openapi.json' }] as const,
])

describe('the table of routes', () => {
  it('knows every address that answers under /api', async () => {
    const { installation } = await serve()
    const router = Router()
    for (const route of allRoutes) route(router, installation)
    const mounted = router.stack.flatMap(({ route }) => (route ? route.stack.map(({ method }) => `${method} ${route.path}`) : []))
    const known = [...routes.values()].map(({ method, path }) => `${method} ${path}`)
    expect(mounted.filter((each) => !known.includes(each))).toEqual([])
    const answered = known.filter((each) => / \/api\//.test(each) && !each.endsWith('/api/openapi.json'))
    expect(answered.filter((each) => !mounted.includes(each))).toEqual([])
  })
})

/** Which rule a route has is seen on SQLite; what a rule reads there is, on PostgreSQL, shown by one route of each. */
const onPostgres = inject('database') === 'postgres'
const ofEachRule = (rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.toReversed().map((row) => [JSON.stringify([row.needs, row.roles]), row])).values(),
]

it('lets everybody do what the table says and nothing else', async () => {
  const server = await serve({ logLevel: 'error' })
  const cast = await createCast(server)
  const agent = new Agent({ keepAlive: true })
  const wrong: string[] = []
  for (const row of onPostgres ? ofEachRule(table) : table) {
    const { method, path } = routes.get(row.route) ?? { method: 'get', path: '/' }
    await cast.dress(row.needs)
    const knock = async (caller: Caller) => {
      const headers = { host: new URL(server.url).host, ...cast.headers(caller) }
      const body = method === 'get' || method === 'delete' ? '' : '{}'
      const answer = await rawRequest(server.url, { method, path: addressOf(path, cast.project), headers, body, agent })
      const [is, should] = [outcomeOf(answer), expected(row, caller, path.includes(':projectId'))]
      if (is !== should) wrong.push(`${row.route} as ${caller}: ${is}, not ${should}`)
    }
    await Promise.all(callers.filter((caller) => caller !== 'owner').map(knock))
    await knock('owner')
    // What the owner may do may end what the next row stands on.
    if (row.route === 'deleteProject') await server.as(cast.headers('owner')).call('POST', `/api/projects/${cast.project}/restore`)
    if (row.route.startsWith('signOut')) await cast.renew()
    // Nobody has asked too often by then.
    await server.advance(30_000)
  }
  agent.destroy()
  expect(wrong).toEqual([])
}, 120_000)

/** `let in`, or the status and code of the refusal at the door. */
function expected({ needs, roles }: Row, caller: Caller, inProject: boolean): string {
  const { who } = needs
  if (who === 'anybody') return 'let in'
  if (caller === 'visitor') return '401 not-signed-in'
  if (caller === 'endedKey') return '401 wrong-key'
  if (inProject && ['stranger', 'formerMember', 'installationOwner', 'foreignKey'].includes(caller)) return '404 project-not-found'
  const isKey = caller === 'foreignKey' || caller === 'keyExactly' || caller === 'keyButThat'
  const personOnly = ['person', 'owner', 'installation'].includes(who) || (who === 'role' && needs.personOnly)
  if (isKey && personOnly) return '403 not-for-keys'
  if (caller === 'owner' || caller === 'administrator' || caller === 'editor' || caller === 'operator') return letIn(roles[caller])
  if (who === 'installation') return letIn(caller === 'installationOwner')
  if (who === 'owner') return letIn(false)
  return letIn((who !== 'role' && who !== 'editing') || !caller.endsWith('ButThat'))
}

const letIn = (yes: boolean): string => (yes ? 'let in' : '403 not-allowed')

const atTheDoor = [
  'not-signed-in',
  'wrong-key',
  'project-not-found',
  'not-for-keys',
  'not-allowed',
  'no-token',
  'foreign-origin',
  'too-many-requests',
]

function outcomeOf({ status, text }: RawAnswer): string {
  const code = /"error":\{"code":"([\w-]+)"/.exec(text)?.[1] ?? ''
  if (status >= 500) return `${status} ${text}`
  return atTheDoor.includes(code) ? `${status} ${code}` : 'let in'
}

/** Names what is not there, so that whoever is let in finds nothing to change. */
const addressOf = (path: string, project: number): string =>
  path.replace(':projectId', String(project)).replace(':channel', 'nowhere').replace(':planned', 'timer-987654').replace(/:\w+/g, '987654')
