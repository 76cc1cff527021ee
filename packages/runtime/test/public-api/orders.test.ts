import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer, type PublicServer } from './public-server.ts'

const ok = { status: 'success' }
const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' } })

/** The two states of the pipeline that a new project has. */
async function states(server: PublicServer): Promise<number[]> {
  const { body } = await server.call('GET', `/api/projects/${server.project}/pipelines`)
  return body.pipelines[0].states.map(({ id }: { id: number }) => id)
}

describe('orders', () => {
  it('are created for a client, a phone or an e-mail, in this priority', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const [, second = 0] = await states(server)
    const first = await server.post('create_order', {
      client_id: ann,
      phone: '79001234567',
      name: 'Cake',
      description: 'Round',
      budget: '1500.5',
      state_id: second,
    })
    expect(first.body).toEqual({ ...ok, order_id: 1 })
    expect((await server.call('GET', `/api/projects/${server.project}/orders/1`)).body).toMatchObject({
      name: 'Cake',
      description: 'Round',
      budget: 1500.5,
      at: { state: second },
      client: { id: ann },
      current: true,
    })
    for (const phone of ['79001234567', '8 900 123-45-67'])
      expect((await server.post('create_order', { phone, email: 'a@b.c' })).body.status).toBe('success')
    const client = (await server.get('find_client_id_by_phone', { phone: '79001234567' })).body.client_id
    expect((await server.get('get_orders', { client_id: client })).body).toEqual({ ...ok, order_id: [2, 3] })
    expect((await server.get('get_current_order_id', { client_id: client })).body).toEqual({ ...ok, order_id: 3 })
    expect((await server.post('create_order', { email: 'new@example.com' })).body).toEqual({ ...ok, order_id: 4 })
  })

  it.each([
    [{ budget: 'much' }, 400, { status: 'fail', message: 'budget must be a number' }],
    [{ state_id: 777 }, 400, { status: 'fail', message: 'Error in parameter "state_id": no such state' }],
    [{ client_id: 999_999 }, 404, { status: 'client_not_found' }],
    [{ client_id: null }, 400, { status: 'fail', message: 'Parameter "client_id" required' }],
    [{ client_id: '', phone: '12' }, 400, { status: 'fail', message: 'Error in parameter "phone": must be a phone number' }],
  ])('are not created from %j', async (body, status, refusal) => {
    const server = await publicServer(shop)
    const answer = await server.post('create_order', { client_id: await server.visitor('Ann'), ...body })
    expect([answer.status, answer.body]).toEqual([status, refusal])
    expect((await server.call('GET', `/api/projects/${server.project}/orders/1`)).status).toBe(404)
  })

  it('move, and tell where they are', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const [first = 0, second = 0] = await states(server)
    expect((await server.get('get_current_order_id', { client_id: String(ann) })).body).toEqual({ ...ok, order_id: null })
    expect((await server.get('get_order_state', { client_id: String(ann) })).body).toEqual({ status: 'order not found' })
    await server.post('create_order', { client_id: ann, state_id: first })
    expect((await server.get('get_order_state', { client_id: String(ann) })).body).toEqual({ ...ok, state_id: first })
    expect((await server.post('move_order_to_next_state', { client_id: ann })).body).toEqual({ ...ok, state_id: second })
    expect((await server.post('move_order_to_next_state', { client_id: ann, order_id: '' })).body).toEqual({ ...ok, state_id: second })
    expect((await server.post('set_order_state', { client_id: ann, state_id: first })).body).toEqual(ok)
    expect((await server.get('get_order_state', { client_id: String(ann), order_id: '1' })).body).toEqual({ ...ok, state_id: first })
    const bob = await server.visitor('Bob')
    expect((await server.get('get_order_state', { client_id: String(bob), order_id: '1' })).body).toEqual({ status: 'order not found' })
  })

  it('keep variables', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.post('create_order', { client_id: ann })
    expect((await server.post('set_order_vars', { client_id: ann, variables: { a: '111', b: 2, Название: 'Cake' } })).body).toEqual(ok)
    expect((await server.post('get_order_vars', { client_id: ann, variables: ['a', 'none'] })).body).toEqual({
      ...ok,
      result: { a: '111', none: null },
    })
    expect((await server.post('get_order_vars', { client_id: ann, order_id: 1 })).body).toEqual({ ...ok, result: { a: '111', b: 2 } })
    expect((await server.get('get_variables', { client_id: String(ann) })).body).toMatchObject({ a: '111', b: 2 })
    expect((await server.call('GET', `/api/projects/${server.project}/orders/1`)).body.name).toBe('Cake')
    expect((await server.post('set_order_vars', { client_id: ann, order_id: 12345, variables: { a: 1 } })).body).toEqual({
      status: 'order 12345 not found',
    })
  })

  it('are listed by status', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    for (let count = 0; count < 3; count++) await server.post('create_order', { client_id: ann })
    const from = (await server.call('GET', `/api/projects/${server.project}/orders/2`)).body.at
    await server.call('POST', `/api/projects/${server.project}/orders/2/move`, { from, to: { place: 'success' }, reason: '' })
    const list = async (order_status: string) => (await server.get('get_orders', { client_id: String(ann), order_status })).body
    expect(await list('')).toEqual({ ...ok, order_id: [1, 3] })
    expect(await list('1')).toEqual({ ...ok, order_id: [2] })
    expect(await list('2')).toEqual({ ...ok, order_id: [] })
    expect((await list('7')).status).toBe('fail')
  })
})
