import { expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer } from '../public-api/public-server.ts'

const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', text: 'Hi' } })
const text = { kind: 'text', text: 'news' }

/**
 * A day of an office, call by call: method, address with the numbers of this project (`:client` the visitor, `:pipeline` and `:state` those made here),
 * body, and what it answers. Each is then made again about things that are not there, and by somebody whose role opens nothing.
 */
const calls: readonly (readonly [method: string, path: string, body?: object, answers?: number])[] = [
  ['POST', '/quick-replies', { title: 'Hours', text: 'We open at 9' }],
  ['GET', '/quick-replies'],
  ['PATCH', '/quick-replies/1', { folder: 'A' }],
  ['DELETE', '/quick-replies/1'],
  ['POST', '/task-columns', { name: 'Doing' }],
  ['PATCH', '/task-columns/1', { color: 3 }],
  ['GET', '/task-columns'],
  ['POST', '/tasks', { title: 'Call', date: '2026-03-11' }],
  ['GET', '/tasks/1'],
  ['PATCH', '/tasks/1', { status: 'done' }],
  ['PATCH', '/tasks/1', { order: 987_654 }, 404],
  ['DELETE', '/tasks/1'],
  ['DELETE', '/task-columns/1'],
  ['POST', '/lists', { name: 'VIP' }],
  ['PATCH', '/lists/1', { folder: 'A' }],
  ['POST', '/lists/1/members', { change: 'add', filter: {}, everybody: true }],
  ['POST', '/lists/1/preview', { change: 'exclude', filter: {} }],
  ['GET', '/lists/1/csv'],
  ['POST', '/lists/1/delete-members', { confirm: 'not its name' }, 409],
  ['POST', '/clients/:client/lists', { remove: [1] }],
  ['DELETE', '/lists/1'],
  ['POST', '/labels', { name: 'hot' }],
  ['PATCH', '/labels/1', { color: 9 }],
  ['POST', '/clients/:client/labels', { add: [1] }],
  ['DELETE', '/labels/1', undefined, 409],
  ['POST', '/clients/:client/comments', { text: 'Calls back' }],
  ['POST', '/clients/:client/messages', { key: 'k', text: 'Hello' }],
  ['PUT', '/clients/:client/responsible', { account: 'me' }],
  ['PUT', '/clients/:client/variables', { name: 'city', value: 'Perm' }],
  ['GET', '/clients/:client'],
  ['GET', '/clients/:client/messages'],
  ['POST', '/broadcasts', { content: text }],
  ['PATCH', '/broadcasts/1', { pace: 5 }],
  ['POST', '/broadcasts/preview', { content: text, client: ':client' }],
  ['POST', '/broadcasts/1/start', {}],
  ['GET', '/broadcasts/1/recipients'],
  ['POST', '/orders', { name: 'Cake', client: ':client' }],
  ['GET', '/orders/1'],
  ['PATCH', '/orders/1', { changes: [{ field: 'name', from: 'Cake', to: 'Pie' }] }],
  ['POST', '/orders/1/move', { from: { place: 'fail' }, to: { state: ':state' } }, 409],
  ['POST', '/orders/1/move', { from: { state: ':first' }, to: { state: ':state' } }],
  ['POST', '/orders/1/move', { from: { state: ':state' }, to: { place: 'fail' }, reason: 'price' }],
  ['POST', '/orders/1/restore', { from: { place: 'fail' } }],
  ['GET', '/orders/1/history'],
  ['DELETE', '/orders/1'],
  ['POST', '/orders/1/undelete'],
  ['GET', '/pipelines/:pipeline/board'],
  ['PATCH', '/pipelines/:pipeline', { name: 'Sales 2' }],
  ['PATCH', '/states/:state', { name: 'Talks' }],
  ['DELETE', '/states/:state', undefined, 409],
]

it('the CRM answers every call of a day; about what is not there with 404, and with 403 to who may not', async () => {
  const server = await publicServer(shop)
  const path = `/api/projects/${server.project}`
  const client = await server.visitor('anna')
  const [{ id: pipeline, states }] = (await server.call('GET', `${path}/pipelines`)).body.pipelines
  const { id: state } = (await server.call('POST', `${path}/pipelines/${pipeline}/states`, { name: 'Next' })).body
  const numbers: Readonly<Record<string, number>> = { client, pipeline, state, first: states[0].id }
  const role = await server.call('POST', `${path}/roles`, { name: 'Nobody', permissions: { sections: {}, rights: [] } })
  const powerless = server.as(await server.person(server.project, role.body.id))
  const named = (name: string) => numbers[name] ?? 0
  const there = (address: string) => address.replaceAll(/:(\w+)/g, (_, name: string) => String(named(name)))
  const filled = (body: object | undefined): object | undefined =>
    body && JSON.parse(JSON.stringify(body).replaceAll(/":(\w+)"/g, (_, name: string) => String(named(name))))

  const wrong: unknown[] = []
  for (const [method, address, body, answers = 200] of calls) {
    const ask = async (who: Pick<typeof server, 'call'>, where: string) => (await who.call(method, path + where, filled(body))).status
    const said = await ask(server, there(address))
    if (said !== answers) wrong.push([method, address, said])
    const refused = await ask(powerless, there(address))
    if (refused !== 403) wrong.push([method, address, 'of nobody', refused])
    const elsewhere = there(address.replace(/:\w+|\b1\b/, '987654'))
    const missing = elsewhere === there(address) ? 404 : await ask(server, elsewhere)
    if (missing !== 404) wrong.push([method, elsewhere, missing])
  }
  expect(wrong).toEqual([])
})
