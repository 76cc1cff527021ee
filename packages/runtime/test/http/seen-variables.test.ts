import { sections, type Level, type Section } from '@voronka/api'
import { expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer } from '../public-api/public-server.ts'

const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', calculator: 'client.salary = 91357\nsize = 77001', text: 'Hi' } })

it('shows the values of variables to nobody whose role does not: not in traces, not by filters, not in histories', async () => {
  const server = await publicServer(shop)
  const path = `/api/projects/${server.project}`
  const client = await server.visitor('anna')
  const order = (await server.call('POST', `${path}/orders`, { name: 'Cake', client, variables: { size: '77001' } })).body.number
  await server.call('PATCH', `${path}/orders/${order}`, { changes: [{ field: 'variable', name: 'size', from: '77001', to: '77002' }] })
  const pipeline = (await server.call('GET', `${path}/pipelines`)).body.pipelines[0].id
  const turn = (await server.call('GET', `${path}/clients/${client}/messages`)).body.messages.find(
    (each: { turn: number | null }) => each.turn !== null,
  ).turn
  const able = async (rights: readonly string[]) => {
    const role = {
      name: `With ${rights.join()}`,
      permissions: { sections: all('edit'), rights: ['clients.seeOthers', 'clients.seeFree', ...rights] },
    }
    const { id } = (await server.call('POST', `${path}/roles`, role)).body
    return server.as(await server.person(server.project, id))
  }
  const audience = (scope: string) => ({ audience: { variables: [{ scope, name: 'salary', is: 'equal', value: '91357' }] } })
  const asked = async (who: Awaited<ReturnType<typeof able>>) => {
    const ask = async (method: string, what: string, body?: object) => (await who.call(method, path + what, body)).status
    const seen = async (what: string) => JSON.stringify((await who.call('GET', path + what)).body)
    return {
      trace: Array.from((await seen(`/clients/${client}/turns/${turn}`)).matchAll(/"(91357|77001)"/g), ([, value]) => value).length > 0,
      changed: (await who.call('GET', `${path}/clients/${client}/turns/${turn}`)).body.changed.map((each: { name: string }) => each.name),
      inbox: await ask('GET', '/clients?variable=salary&value=91357'),
      // By its beginning, and by what he has said, which everybody finds him by.
      words: await Promise.all(
        ['9135', '7700', 'hello'].map(async (word) => found((await who.call('GET', `${path}/clients?q=${word}`)).body)),
      ),
      board: await ask('GET', `/pipelines/${pipeline}/board?variable=size&value=77002`),
      list: await ask('GET', '/orders?variable=size'),
      client: await ask('POST', '/audience', audience('client')),
      any: await ask('POST', '/audience', audience('any')),
      history: (await seen(`/orders/${order}/history`)).includes('77002'),
      change: await ask('PATCH', `/orders/${order}`, { changes: [{ field: 'variable', name: 'size', from: 'x', to: '77003' }] }),
    }
  }
  const found = ({ dialogues }: { dialogues: unknown[] }) => dialogues.length
  const refused = { inbox: 403, board: 403, list: 403, client: 403, any: 403, history: false, change: 403 }
  expect(await asked(await able([]))).toEqual({ ...refused, trace: false, changed: [], words: [0, 0, 1] })
  expect(await asked(await able(['variables.seeClient']))).toEqual({
    ...refused,
    trace: false,
    changed: ['salary'],
    words: [1, 0, 1],
    inbox: 200,
    client: 200,
  })
  expect(await asked(await able(['variables.seeClient', 'variables.seeOrder']))).toMatchObject({
    trace: true,
    changed: ['size', 'salary'],
    words: [1, 1, 1],
    inbox: 200,
    board: 200,
    list: 200,
    client: 200,
    any: 200,
    history: true,
    change: 409,
  })
})

const all = (level: Level) => Object.fromEntries(sections.map((section) => [section, level])) as Record<Section, Level>
