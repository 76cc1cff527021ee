import { expect, it } from 'vitest'
import { serve } from './serve.ts'

it('means who has an open order in a state, as long as he has it', async () => {
  const server = await serve()
  const path = `/api/projects/${(await server.call('POST', '/api/projects', {})).body.id}`
  const [pipeline] = (await server.call('GET', `${path}/pipelines`)).body.pipelines
  const [first] = pipeline.states
  const other = (await server.call('POST', `${path}/pipelines/${pipeline.id}/states`, { name: 'Other' })).body
  const order = (
    await server.call('POST', `${path}/orders`, { name: 'Cake', clientName: 'Boris', phone: '+79000000001', to: { state: first.id } })
  ).body
  await server.call('POST', `${path}/orders`, { name: 'Tea', clientName: 'Clara', phone: '+79000000002', to: { state: other.id } })
  const count = async (states: number[]) => (await server.call('POST', `${path}/audience`, { audience: { states } })).body.count
  expect([await count([]), await count([first.id]), await count([first.id + 1000])]).toEqual([2, 1, 0])
  await server.call('POST', `${path}/orders/${order.number}/move`, { from: { state: first.id }, to: { place: 'fail' }, reason: '' })
  expect(await count([first.id])).toBe(0)
})
