import { publicPermissions } from '@voronka/api'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../src/public-api/actions/all.ts'
import { createFaults } from '../../src/test-mode/fault-points.ts'
import { funnel } from '../funnel.ts'
import { publicServer } from './public-server.ts'

const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' } })
const denied = { status: 'fail', message: 'access denied' }
const wrongKey = { status: 'fail', message: 'wrong api key' }

/** The table of the reference: what each action needs. */
const needs: Readonly<Record<string, string>> = {
  callback: 'clients.write',
  vk_callback: 'clients.write',
  ok_callback: 'clients.write',
  tg_callback: 'clients.write',
  whatsapp_callback: 'clients.write',
  email_callback: 'clients.write',
  send_callback_by_platform_id: 'clients.write',
  message: 'clients.write',
  whatsapp_message: 'clients.write',
  broadcast: 'clients.write',
  get_history: 'clients.read',
  clear_history: 'clients.write',
  assign_to_user: 'clients.write',
  load_clients: 'clients.write',
  add_to_list: 'clients.write',
  remove_from_list: 'clients.write',
  get_clients: 'clients.read',
  delete_clients: 'clients.delete',
  save_variables: 'clients.write',
  get_variables: 'clients.read',
  find_client_id_by_platform_id: 'clients.read',
  online_chat_client_id: 'clients.write',
  whatsapp_client_id: 'clients.read',
  find_client_id_by_phone: 'clients.read',
  find_client_id_by_email: 'clients.read',
  find_client_id_by_var: 'clients.read',
  find_latest_client_id_by_var: 'clients.read',
  find_all_client_id_by_var: 'clients.read',
  find_all_client_id_by_several_vars: 'clients.read',
  find_clients: 'clients.read',
  get_current_order_id: 'crm.read',
  get_orders: 'crm.read',
  move_order_to_next_state: 'crm.write',
  get_order_vars: 'crm.read',
  set_order_vars: 'crm.write',
  create_order: 'crm.write',
  set_order_state: 'crm.write',
  get_order_state: 'crm.read',
  check_whatsapp: 'clients.read',
  connected_channels: 'clients.read',
  get_messages: 'clients.read',
  vk_subscribers: 'clients.read',
  check_insta_subscription: 'clients.read',
}

it('has every action of the reference and no other', () => {
  expect(Object.fromEntries(allActions.map(({ name, needs: permission }) => [name, permission]))).toEqual(needs)
})

it('lets each action be called with the permission it needs and with no other', async () => {
  const server = await publicServer(shop)
  const keys = await Promise.all(publicPermissions.map(async (permission) => [permission, await server.newKey(permission)] as const))
  for (const { name } of allActions) {
    for (const [permission, key] of keys) {
      const answer = await server.post(name, {}, key)
      if (permission === needs[name]) expect([name, permission, answer.body]).not.toEqual([name, permission, denied])
      else expect([name, permission, answer.status, answer.body]).toEqual([name, permission, 403, denied])
      expect(answer.status).toBeLessThan(500)
    }
  }
})

it('answers a writing call with an Idempotency-Key once, and refuses another call with it', async () => {
  const server = await publicServer(shop)
  const ann = await server.visitor('Ann')
  const send = (body: object, key: string, action = 'create_order') =>
    server.as('nobody').call('POST', `/api/${server.key}/${action}`, body, { 'idempotency-key': key })
  const both = await Promise.all([send({ client_id: ann, name: 'Cake' }, 'one'), send({ client_id: ann, name: 'Cake' }, 'one')])
  const again = await send({ client_id: ann, name: 'Cake' }, 'one')
  expect([...both, again].map(({ body }) => body)).toEqual([again.body, again.body, again.body])
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  const other = await send({ client_id: ann, name: 'Pie' }, 'one')
  expect([other.status, other.body.status]).toEqual([409, 'fail'])
  // What was refused can be tried again, and the same with another key is another call.
  expect((await send({ client_id: 999_999, name: 'Cake' }, 'two')).status).toBe(404)
  expect((await send({ client_id: ann, name: 'Cake' }, 'two')).body).not.toEqual(again.body)
  const { db } = server.installation
  expect(await db.all(db.build.selectFrom('orders').select('number'))).toHaveLength(2)
})

it('asks to come back while nothing can be stored, and does nothing by halves', async () => {
  const faults = createFaults()
  const server = await publicServer(shop, { faults })
  const ann = await server.visitor('Ann')
  faults.plan({ point: 'storage.write', number: 1, does: 'fail', lasts: true })
  const refused = await server.post('create_order', { client_id: ann, name: 'Cake' })
  expect([refused.status, refused.body.status, refused.headers.get('retry-after')]).toEqual([503, 'fail', '1'])
  faults.clear()
  expect((await server.post('create_order', { client_id: ann, name: 'Cake' })).status).toBe(200)
  const { db } = server.installation
  expect(await db.all(db.build.selectFrom('orders').select('number'))).toHaveLength(1)
})

it('lets a key call 200 times at once from another machine, then 50 times a second, but for what the reference leaves free', async () => {
  const server = await publicServer(shop, {}, { proxy: '127.0.0.1' })
  const call = (action: string, from: string) => server.as({ 'x-forwarded-for': from }).call('GET', `/api/${server.key}/${action}`)
  const answers = await Promise.all(Array.from({ length: 210 }, (_, at) => call('get_clients', `203.0.113.${at}`)))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(10)
  expect([refused[0]?.body, refused[0]?.headers.get('retry-after')]).toEqual([{ status: 'fail', message: 'too many requests' }, '1'])
  expect((await call('save_variables', '203.0.113.1')).status).not.toBe(429)
  expect((await call('get_clients', '127.0.0.1')).status).toBe(200)
  await server.advance(1000)
  expect((await call('get_clients', '203.0.113.1')).status).toBe(200)
})

describe('keys', () => {
  it('unknown, revoked, or of a project in the bin, are wrong', async () => {
    const server = await publicServer(shop)
    for (const key of ['0'.repeat(48), 'not-a-key', `${server.key}0`]) {
      const answer = await server.get('get_clients', {}, key)
      expect([answer.status, answer.body]).toEqual([403, wrongKey])
    }
    const path = `/api/projects/${server.project}/public-keys`
    const second = await server.newKey('clients.read')
    const { keys } = (await server.call('GET', path)).body
    expect(keys.map(({ main, permissions }: { main: boolean; permissions: string[] }) => [main, permissions.length])).toEqual([
      [true, 5],
      [false, 1],
    ])
    expect((await server.get('get_clients', {}, second)).status).toBe(200)
    expect((await server.call('DELETE', `${path}/${keys[0].id}`)).body.error.code).toBe('main-key')
    expect((await server.call('DELETE', `${path}/${keys[1].id}`)).status).toBe(200)
    expect((await server.get('get_clients', {}, second)).body).toEqual(wrongKey)
    await server.call('DELETE', `/api/projects/${server.project}`)
    expect((await server.get('get_clients')).body).toEqual(wrongKey)
  })

  it('reach their own project alone', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const other = (await server.call('POST', '/api/projects', { name: 'Other' })).body.id
    const key = (await server.call('POST', `/api/projects/${other}/public-keys`, { name: 'x', permissions: [...publicPermissions] })).body
      .secret
    const list = (await server.call('POST', `/api/projects/${server.project}/lists`, { name: 'VIP' })).body.number
    await server.post('create_order', { client_id: ann })
    const own = {
      client_id: ann,
      client_ids: [ann],
      clients: [ann],
      list_id: list,
      list,
      order_id: 1,
      state_id: 1,
      message: 'x',
      variables: { a: 1 },
      q: { a: 1 },
    }
    for (const { name } of allActions) {
      const { status, body } = await server.post(name, own, key)
      const told = JSON.stringify(body)
      expect([name, status]).not.toEqual([name, 500])
      expect(told).not.toContain('Ann')
      if (name !== 'create_order' && name !== 'online_chat_client_id') expect(told).not.toContain(`"client_id":${ann}`)
    }
    expect(await server.dialogue(ann)).toEqual(['client: hello', 'bot: Hi'])
    expect((await server.get('get_clients')).body.clients).toHaveLength(1)
    expect((await server.get('get_variables', { client_id: String(ann) })).body).not.toHaveProperty('a')
  })

  it('another one becomes the main one, and gets other permissions at once', async () => {
    const server = await publicServer(shop)
    const path = `/api/projects/${server.project}/public-keys`
    const second = await server.newKey('clients.read')
    const { keys } = (await server.call('GET', path)).body
    expect((await server.call('PATCH', `${path}/${keys[1].id}`, { main: true, permissions: ['crm.read'] })).body).toMatchObject({
      main: true,
      permissions: ['crm.read'],
    })
    expect((await server.get('get_clients', {}, second)).body).toEqual(denied)
    expect((await server.call('DELETE', `${path}/${keys[0].id}`)).status).toBe(200)
  })

  it('are in no log', async () => {
    const server = await publicServer(shop)
    await server.get('nothing')
    expect(server.log.join('')).toContain('/nothing')
    expect(server.log.join('')).not.toContain(server.key)
  })
})

describe('every call', () => {
  it('may come from any page', async () => {
    const server = await publicServer(shop)
    const options = await fetch(`${server.url}/api/${server.key}/callback`, {
      method: 'OPTIONS',
      headers: { origin: 'https://foreign.example' },
    })
    expect([options.status, options.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(options.headers.get('access-control-allow-headers')).toContain('Content-Type')
    const answer = await fetch(`${server.url}/api/${server.key}/get_clients`, { headers: { origin: 'https://foreign.example' } })
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('content-type')]).toEqual([
      '*',
      'application/json; charset=utf-8',
    ])
    const refused = await fetch(`${server.url}/api/wrong/get_clients`)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is by GET or POST, with or without a slash at its end', async () => {
    const server = await publicServer(shop)
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${server.url}/api/${server.key}/connected_channels/`, { method })
      expect(await answer.json()).toMatchObject({ project_id: server.project, telegram: [], online_chat: [{ enabled: true }], test: [{}] })
    }
    expect((await fetch(`${server.url}/api/${server.key}/connected_channels`, { method: 'DELETE' })).status).toBe(405)
  })

  it('names an action that there is', async () => {
    const server = await publicServer(shop)
    const answer = await server.post('sing', {})
    expect([answer.status, answer.body]).toEqual([404, { status: 'fail', message: 'unknown method' }])
  })

  it('leaves the addresses of our own API alone', async () => {
    const server = await publicServer(shop)
    expect((await server.as('nobody').call('GET', '/api/projects/1')).body.error.code).toBe('not-signed-in')
    expect((await server.call('GET', '/api/openapi.json')).status).toBe(200)
  })

  it('is at most 10 MB', async () => {
    const server = await publicServer(shop)
    const answer = await server.post('message', JSON.stringify({ client_id: 1, message: 'x'.repeat(20_000_000) }))
    expect([answer.status, answer.body]).toEqual([413, { status: 'fail', message: 'The request is larger than 10 MB' }])
    expect((await server.get('get_clients')).status).toBe(200)
  })

  it('is never answered with 5xx, whatever it says', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const values: unknown[] = [
      '',
      null,
      'x',
      '-1',
      '0',
      1e300,
      -5,
      [],
      [[]],
      {},
      { a: { b: [] } },
      '[',
      '[1,"x"]',
      true,
      '𝟙',
      '\u0000',
      'a'.repeat(5000),
      ann,
    ]
    const names = [
      'client_id',
      'clients',
      'client_ids',
      'list_id',
      'variables',
      'message',
      'message_id',
      'platform_ids',
      'phone',
      'email',
      'q',
      'var',
      'val',
      'limit',
      'offset',
      'order_id',
      'state_id',
      'budget',
      'buttons',
      'time_shift',
      'send_time',
      'user_id',
      'recipient',
      'start_date',
      'stop_date',
      'attachment_url',
      'attachment_type',
      'shift',
      'value_client_id',
      'delimiter',
      'delimiter_value_client_id',
    ]
    let next = 7
    const pick = <T>(list: readonly T[]): T => list[(next = (next * 1_103_515_245 + 12_345) % 2_147_483_648) % list.length] as T
    for (const { name } of allActions) {
      for (let round = 0; round < 12; round++) {
        const body = Object.fromEntries(Array.from({ length: 6 }, () => [pick(names), pick(values)]))
        const answer = await server.post(name, { client_id: ann, ...body })
        expect([name, body, answer.status < 500]).toEqual([name, body, true])
        expect(typeof answer.body).toBe('object')
      }
    }
    for (const body of ['{', '{"a":', '[', '"x"', '5', 'null', '\u0000', '<xml/>', '%%%', '{"a":1e999}', `${'['.repeat(5000)}`]) {
      expect((await server.post('callback', body)).status).toBe(400)
    }
    const broken = await fetch(`${server.url}/api/${server.key}/callback`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--y',
    })
    expect([broken.status, await broken.json()]).toEqual([400, { status: 'fail', message: 'Error in body format' }])
  })
})

describe('the rest', () => {
  it('get_messages, and what older libraries ask for', async () => {
    const server = await publicServer(shop)
    expect((await server.get('get_messages')).body).toEqual({
      status: 'success',
      messages: [{ id: 1, condition: 'hello', answer: 'Hi', message_type: 3, description: expect.any(String) }],
    })
    expect((await server.get('check_whatsapp', { phone: '+7 900 123 45 67' })).body).toEqual({
      status: 'fail',
      message: 'whatsapp is not connected',
    })
    expect((await server.get('vk_subscribers', { page: '1' })).body).toEqual({ status: 'success', subscribers: [] })
    expect((await server.get('check_insta_subscription', { login: 'x' })).body).toEqual({ status: 'success', subscribed: false })
  })
})
