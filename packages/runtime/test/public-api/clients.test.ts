import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer } from './public-server.ts'

const ok = { status: 'success' }
const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' } })

describe('load_clients', () => {
  it('answers each in its place, and the same person once', async () => {
    const server = await publicServer(shop)
    const ann = { platform_id: 6253651200, group_id: 'shop_bot', client_type: '1' }
    const wanda = { platform_id: '79001234567@s.whatsapp.net', group_id: '', client_type: 6 }
    const phone = { platform_id: '8 900 123 45 67', group_id: '', client_type: 13 }
    const { body } = await server.post('load_clients', [ann, { platform_id: '1', client_type: 99 }, wanda, phone, 'x', ann])
    const [first, bad, second, third, text, again] = body.items
    expect(body.status).toBe('success')
    expect(first).toEqual({ ...ann, status: 'success', id: expect.any(Number) })
    expect(bad).toEqual({ platform_id: '1', group_id: null, client_type: 99, status: 'fail' })
    expect(text).toEqual({ status: 'fail' })
    expect(again.id).toBe(first.id)
    expect(new Set([first.id, second.id, third.id]).size).toBe(3)
    expect((await server.get('find_client_id_by_phone', { phone: '+7 900 1234567' })).body).toEqual({ ...ok, client_id: second.id })
    expect((await server.post('load_clients', { platform_id: '79001234567', group_id: '', client_type: 6 })).body.items[0].id).toBe(
      second.id,
    )
    const all = (await server.get('get_clients')).body.clients
    expect(
      all.map((each: { platform_id: string; client_type: number; group: string }) => [each.platform_id, each.client_type, each.group]),
    ).toEqual([
      ['79001234567', 13, ''],
      ['79001234567', 6, ''],
      ['6253651200', 1, 'shop_bot'],
    ])
  })

  it('makes one person of many calls at the same time', async () => {
    const server = await publicServer(shop)
    const ann = { platform_id: 'p1', group_id: 'g', client_type: 1 }
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.post('load_clients', [ann])))
    expect(new Set(answers.map(({ body }) => body.items[0].id)).size).toBe(1)
  })
})

describe('get_clients', () => {
  it('shows everything of a client, newest first, page by page', async () => {
    const server = await publicServer(shop)
    const ids = [await server.visitor('Ann'), await server.visitor('Bob'), await server.visitor('Eve')]
    const [ann = 0, bob = 0, eve = 0] = ids
    const { body } = await server.get('get_clients', { limit: '1', offset: '2' })
    expect(body).toEqual({
      ...ok,
      clients: [
        {
          id: ann,
          platform_id: String(ann),
          client_type: 5,
          name: 'Ann',
          avatar: null,
          message_id: null,
          project_id: server.project,
          created_at: Math.floor(server.clock.now() / 1000),
          updated_at: Math.floor(server.clock.now() / 1000),
          custom_answer: null,
          tag: null,
          group: expect.any(String),
          operator_start_dialog: false,
        },
      ],
    })
    const idsOf = async (query: Record<string, string>) =>
      (await server.get('get_clients', query)).body.clients.map(({ id }: { id: number }) => id)
    expect(await idsOf({})).toEqual([eve, bob, ann])
    expect(await idsOf({ reverse: '1' })).toEqual([ann, bob, eve])
    expect(await idsOf({ offset: '3' })).toEqual([])
    const list = (await server.call('POST', `/api/projects/${server.project}/lists`, { name: 'VIP' })).body.number
    await server.call('PUT', `/api/projects/${server.project}/work-callbacks`, { lists: true })
    expect((await server.post('add_to_list', { list_id: String(list), clients: [ann, bob] })).body).toEqual(ok)
    expect((await server.post('remove_from_list', { list_id: list, clients: String(ann) })).body).toEqual(ok)
    expect(await idsOf({ list: String(list) })).toEqual([bob])
    // Whoever came or left is told so in his dialogue, as when somebody does it by hand.
    await server.installation.worker.settled()
    const { result } = (await server.get('get_history', { client_id: String(ann) })).body
    expect(result.slice(0, 2).map(({ text }: { text: string }) => text)).toEqual([`list_removed ${list}`, `list_added ${list}`])
    expect((await server.get('get_clients', { list: '77' })).body).toEqual({ status: 'fail', message: 'list 77 not found' })
  })
})

describe('other calls about clients', () => {
  it('assign_to_user: by e-mail, else by the rules', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    expect((await server.post('assign_to_user', { client_id: ann, email: 'OWNER@example.com' })).body).toEqual({
      ...ok,
      email: 'owner@example.com',
    })
    expect((await server.post('assign_to_user', { client_id: ann, email: 'nobody@example.com' })).body).toEqual({
      status: 'fail',
      message: 'user nobody@example.com not found',
    })
    expect((await server.post('assign_to_user', { client_id: ann })).body).toEqual({ status: 'fail', message: 'no operators on shift' })
    await server.call('PUT', `/api/projects/${server.project}/operators/me/status`, { status: 'shift' })
    expect((await server.post('assign_to_user', { client_id: ann, email: '' })).body).toEqual({ ...ok, email: 'owner@example.com' })
  })

  it('delete_clients: all or none', async () => {
    const server = await publicServer(shop)
    const [ann, bob] = [await server.visitor('Ann'), await server.visitor('Bob')]
    expect((await server.post('delete_clients', { client_ids: [ann, 999_999] })).status).toBe(404)
    expect((await server.post('delete_clients', { client_ids: [ann] })).body).toEqual(ok)
    expect((await server.get('get_clients')).body.clients.map(({ id }: { id: number }) => id)).toEqual([bob])
    expect((await server.post('delete_clients', { client_ids: Array.from({ length: 501 }, (_, index) => index + 1) })).body).toEqual({
      status: 'fail',
      message: 'Parameter "client_ids" is longer than 500',
    })
  })
})

describe('variables', () => {
  it('are saved for one and for many, and read flat', async () => {
    const server = await publicServer(shop)
    const [ann, bob] = [await server.visitor('Ann'), await server.visitor('Bob')]
    const variables = {
      sum: 5,
      text: 'a',
      flag: true,
      list: [1],
      gone: 'x',
      'client.city': 'Riga',
      'client.sum': 1,
      project_id: 7,
      __proto__: 1,
    }
    expect((await server.post('save_variables', { client_id: ann, clients: [], variables })).body).toEqual(ok)
    expect(
      (await server.post('save_variables', { client_id: ann, clients: `[${bob}]`, variables: '{"both": 1, "gone": ""}' })).body,
    ).toEqual(ok)
    expect((await server.get('get_variables', { client_id: String(ann) })).body).toEqual({
      sum: 5,
      text: 'a',
      flag: true,
      list: '[1]',
      city: 'Riga',
      both: 1,
      client_id: ann,
      platform_id: String(ann),
      client_type: 5,
      name: 'Ann',
      tag: null,
      group: expect.any(String),
      order_id: 1,
      message_id: null,
    })
    expect((await server.get('get_variables', { client_id: String(bob) })).body).toMatchObject({ both: 1, order_id: 2 })
    expect((await server.post('save_variables', { client_id: ann })).body).toEqual({
      status: 'fail',
      message: 'Parameter "variables" required',
    })
    expect((await server.post('save_variables', { client_id: ann, variables: 'x' })).body).toEqual({
      status: 'fail',
      message: 'Error in parameter "variables": must be an object',
    })
    expect((await server.post('save_variables', { clients: [ann, 999_999], variables: { late: 1 } })).status).toBe(404)
    expect((await server.get('get_variables', { client_id: String(ann) })).body).not.toHaveProperty('late')
  })

  it('keep long whole numbers, and every key that JSON may have', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const body = `{"client_id":${ann},"variables":{"n":12345678901234567890,"\\u0000x":1,"ok":"a\\u0000b"}}`
    expect((await server.post('save_variables', body)).body).toEqual(ok)
    expect((await server.get('get_variables', { client_id: String(ann) })).body).toMatchObject({
      n: '12345678901234567890',
      ok: 'ab',
      x: 1,
    })
  })
})

describe('finding clients', () => {
  async function people() {
    const server = await publicServer(shop)
    const [ann, bob, eve] = [await server.visitor('Ann'), await server.visitor('Bob'), await server.visitor('Eve')]
    const save = (client_id: number, variables: object) => server.post('save_variables', { client_id, variables })
    await save(ann, { 'client.city': 'Riga', 'client.age': 20, pay: 'card' })
    await save(bob, { 'client.city': 'Riga', 'client.age': '9', pay: 'cash' })
    await save(eve, { 'client.city': 'riga', pay: 'card' })
    return { server, ann, bob, eve }
  }

  it('by a variable: the first, the latest, all, of several', async () => {
    const { server, ann, bob, eve } = await people()
    const ask = async (action: string, query: string) =>
      (await server.as('nobody').call('GET', `/api/${server.key}/${action}?${query}`)).body
    expect(await ask('find_client_id_by_var', 'var=city&val=Riga')).toEqual({ ...ok, client_id: ann })
    expect(await ask('find_client_id_by_var', 'var=pay&val=cash&search_in=order')).toEqual({ ...ok, client_id: bob })
    expect(await ask('find_client_id_by_var', 'var=pay&val=cash')).toEqual({ status: 'client_not_found' })
    expect(await ask('find_client_id_by_var', 'var[]=city&val[]=Riga&var[]=age&val[]=9')).toEqual({ ...ok, client_ids: [bob] })
    expect(await ask('find_client_id_by_var', 'var=city')).toEqual({ status: 'fail', message: 'Parameter "val" required' })
    expect(await ask('find_latest_client_id_by_var', 'var=pay&val=card')).toEqual({ ...ok, client_id: eve })
    expect(await ask('find_all_client_id_by_var', 'var=city&val=Riga')).toEqual({ ...ok, client_ids: [ann, bob] })
    expect(await ask('find_all_client_id_by_var', 'var=pay&val=card')).toEqual({ ...ok, client_ids: [ann, eve] })
    expect(await ask('find_all_client_id_by_several_vars', 'city=Riga&pay=card')).toEqual({ ...ok, client_ids: [ann] })
    expect(await ask('find_all_client_id_by_several_vars', '')).toEqual({ status: 'fail', message: 'Variables are not specified' })
  })

  it('by a phone number in a variable, however it is written', async () => {
    const { server, ann, bob, eve } = await people()
    const save = (client_id: number, variables: object) => server.post('save_variables', { client_id, variables })
    await save(ann, { phone: '8 (900) 123-45-67', other: '79001234568' })
    await save(bob, { 'client.phone': '+7 900 123 45 69', 'client.email': 'Bob@Example.com' })
    const find = async (phone: string) => (await server.get('find_client_id_by_phone', { phone })).body
    expect(await find('79001234567')).toEqual({ ...ok, client_id: ann })
    expect(await find('9001234569')).toEqual({ ...ok, client_id: bob })
    expect(await find('79001234568')).toEqual({ status: 'client_not_found' })
    // His own variables are how he is reached.
    const card = (await server.call('GET', `/api/projects/${server.project}/clients/${bob}`)).body
    expect([card.phone, card.email]).toEqual(['79001234569', 'bob@example.com'])
    await save(eve, { 'client.phone': '8 900 123 45 67' })
    expect(await find('79001234567')).toEqual({ ...ok, client_id: eve })
  })

  it('find_clients: conditions that all or some of them meet', async () => {
    const { server, ann, bob, eve } = await people()
    const ask = async (body: object) => (await server.post('find_clients', body)).body
    expect(await ask({ q: { city: 'Riga' } })).toEqual({ ...ok, client_ids: [ann, bob] })
    expect(await ask({ q: '{"age": {"_gt": 9, "_lte": 20}}' })).toEqual({ ...ok, client_ids: [ann] })
    expect(await ask({ q: { age: { _gte: 9, _lt: '10' } } })).toEqual({ ...ok, client_ids: [bob] })
    expect(await ask({ q: { city: { _in: ['Riga', 'riga'] }, age: { _not: 20 } } })).toEqual({ ...ok, client_ids: [bob, eve] })
    expect(await ask({ q: { city: { _not_in: ['Riga'] } } })).toEqual({ ...ok, client_ids: [eve] })
    expect(await ask({ q: { pay: 'card' }, search_in: 'order' })).toEqual({ ...ok, client_ids: [ann, eve] })
    expect(await ask({ q: { city: 'riga', age: 9 }, include_all: 'False' })).toEqual({ ...ok, client_ids: [bob, eve] })
    expect(await ask({ q: { name: { _in: ['Ann', 'Joe'] } } })).toEqual({ ...ok, client_ids: [ann] })
    expect(await ask({})).toEqual({ status: 'fail', message: 'Parameter "q" required' })
    for (const q of ['x', [1], { city: { _like: 'a' } }, { city: [] }])
      expect(await ask({ q })).toEqual({ status: 'fail', message: 'Error in parameter format' })
  })

  it('by what messengers call them', async () => {
    const { server, ann } = await people()
    const { body } = await server.post('load_clients', [{ platform_id: 'tg1', group_id: 'shop_bot', client_type: 1 }])
    const found = await server.post('find_client_id_by_platform_id', { platform_ids: ['tg1', String(ann), 'none'] })
    expect(found.body).toEqual([
      {
        id: ann,
        tag: null,
        created_at: expect.any(Number),
        name: 'Ann',
        avatar: null,
        platform_id: String(ann),
        group: expect.any(String),
        variables: { city: 'Riga', age: 20 },
      },
      {
        id: body.items[0].id,
        tag: null,
        created_at: expect.any(Number),
        name: 'tg1',
        avatar: null,
        platform_id: 'tg1',
        group: 'shop_bot',
        variables: {},
      },
    ])
    expect((await server.post('find_client_id_by_platform_id', { platform_ids: ['none'] })).body).toEqual([])
    expect((await server.post('find_client_id_by_platform_id', { platform_ids: ['tg1'], group_id: 'other' })).body).toEqual([])
    const online = await server.get('online_chat_client_id', { recipient: 'dialog-1', name: 'Guest', tag: 'ads' })
    expect(online.body).toEqual({ client_id: expect.any(Number) })
    expect((await server.get('online_chat_client_id', { recipient: 'dialog-1' })).body).toEqual(online.body)
    expect((await server.get('get_variables', { client_id: online.body.client_id })).body).toMatchObject({
      name: 'Guest',
      tag: 'ads',
      client_type: 5,
    })
    expect((await server.get('online_chat_client_id', { recipient: String(ann) })).body).toEqual({ client_id: ann })
    // What the chat on a site calls its visitor: he is there already, or will find what was said to him meanwhile.
    expect((await server.get('online_chat_client_id', { recipient: 'visitor-Ann'.padEnd(16, '0') })).body).toEqual({ client_id: ann })
    const recipient = 'a1'.repeat(24)
    const early = (await server.get('online_chat_client_id', { recipient, name: 'Bob' })).body
    expect((await server.post('message', { ...early, message: 'Welcome' })).body).toMatchObject({ status: 'success' })
    const seen = await server.as('nobody').call('GET', `${server.chat}/history?visitor=${recipient}`)
    expect(seen.body.messages.map(({ text }: { text: string }) => text)).toEqual(['Welcome'])
    expect((await server.get('online_chat_client_id', { recipient })).body).toEqual(early)
    expect((await server.get('whatsapp_client_id', { phone: '79009999999' })).status).toBe(404)
  })
})
