import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer, type PublicServer } from './public-server.ts'

const ok = { status: 'success' }

/** Hears payments, and tells variables back. */
const shop = funnel({
  1: { type: 'nonstate_cond', condition: 'paid', matchType: 'exact', text: 'Thanks, #{sum} from #{client.city}' },
  2: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' },
  3: { type: 'nonstate_cond', condition: 'stop', matchType: 'exact', calculator: 'pause_bot(60)' },
  4: {
    type: 'nonstate_cond',
    condition: 'forget',
    matchType: 'exact',
    calculator: 'client.n = delete_pended_messages()',
    text: '#{client.n}',
  },
})

const variables = async (server: PublicServer, client: number) => (await server.get('get_variables', { client_id: String(client) })).body

describe('callback', () => {
  it('runs the block, stores what it brings and shows the client nothing of itself', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const answer = await server.post('callback', { client_id: ann, message: 'paid', sum: 500, 'client.city': 'Riga', list: [1, { a: 2 }] })
    expect([answer.status, answer.body]).toEqual([200, ok])
    expect(await server.dialogue(ann)).toEqual(['client: hello', 'bot: Hi', 'event: paid', 'bot: Thanks, 500 from Riga'])
    expect(await variables(server, ann)).toMatchObject({ sum: 500, city: 'Riga', list: '[1,{"a":2}]' })
  })

  it('stores variables without a text, and runs nothing', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    expect((await server.post('callback', { client_id: String(ann), score: 7, message: '', comment: null })).body).toEqual(ok)
    expect(await server.dialogue(ann)).toEqual(['client: hello', 'bot: Hi'])
    const stored = await variables(server, ann)
    expect(stored.score).toBe(7)
    expect(stored).not.toHaveProperty('comment')
    expect(stored).not.toHaveProperty('message')
  })

  it.each([
    ['a query', (key: string, id: number) => [`/api/${key}/callback?client_id=${id}&message=paid&sum=5`, {}]],
    [
      'a form',
      (key: string, id: number) => [
        `/api/${key}/callback`,
        { method: 'POST', body: new URLSearchParams({ client_id: String(id), message: 'paid', sum: '5' }) },
      ],
    ],
    [
      'multipart',
      (key: string, id: number) => [
        `/api/${key}/callback/`,
        { method: 'POST', body: form({ client_id: String(id), message: 'paid', sum: '5' }) },
      ],
    ],
    [
      'JSON without a type',
      (key: string, id: number) => [
        `/api/${key}/callback`,
        { method: 'POST', headers: { 'content-type': 'text/plain' }, body: `{"client_id":"${id}","message":"paid","sum":5}` },
      ],
    ],
    [
      'JSON that says it is a form',
      (key: string, id: number) => [
        `/api/${key}/callback`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `{"client_id":${id},"message":"paid","sum":5}`,
        },
      ],
    ],
    [
      'JSON over a query',
      (key: string, id: number) => [
        `/api/${key}/callback?sum=1&message=nothing`,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"client_id":${id},"message":"paid","sum":5}` },
      ],
    ],
  ] as const)('is read from %s', async (_name, request) => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const [path, init] = request(server.key, ann)
    const answer = await fetch(server.url + path, init as RequestInit)
    expect(await answer.json()).toEqual(ok)
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Thanks, 5 from ')
  })

  it('finds the client by phone and by e-mail, as contact or as variable', async () => {
    const server = await publicServer(shop)
    const [ann, bob] = [await server.visitor('Ann'), await server.visitor('Bob')]
    await server.post('save_variables', {
      client_id: ann,
      variables: { 'client.phone': '+7 900 123-45-67', 'client.email': 'Ann@Example.com' },
    })
    await server.post('save_variables', { client_id: bob, variables: { 'client.phone': '79001230000' } })
    expect((await server.post('callback', { client_phone: '79001230000', message: 'paid' })).body).toEqual(ok)
    expect((await server.post('callback', { client_email: 'ann@example.com', message: 'paid' })).body).toEqual(ok)
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: Thanks,  from ')
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Thanks,  from ')
    const unknown = await server.post('callback', { client_phone: '79990000000', message: 'paid' })
    expect([unknown.status, unknown.body]).toEqual([404, { status: 'client_not_found' }])
  })

  it('wakes a paused bot when asked to', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.visitor('Ann', 'stop')
    await server.post('callback', { client_id: ann, message: 'paid' })
    expect((await server.dialogue(ann)).at(-1)).toBe('event: paid')
    await server.post('callback', { client_id: ann, message: 'paid', resume_bot: '1' })
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Thanks,  from ')
  })

  it('waits for its moment, and is deleted with what else is planned', async () => {
    const server = await publicServer(shop)
    const [ann, bob] = [await server.visitor('Ann'), await server.visitor('Bob')]
    for (const client of [ann, bob]) await server.post('callback', { client_id: client, message: 'paid', sum: 3, time_shift: '60' })
    await server.post('callback', { client_id: bob, message: 'paid', send_time: '2026-03-10 11:02:00' })
    expect((await server.call('GET', `/api/projects/${server.project}/clients/${ann}`)).body.planned).toMatchObject([
      { kind: 'message', text: 'paid', at: '2026-03-10T11:01:00.000Z' },
    ])
    await server.visitor('Bob', 'forget')
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: 2')
    await server.advance(59_000)
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Hi')
    await server.advance(2000)
    expect((await server.dialogue(ann)).slice(-2)).toEqual(['event: paid', 'bot: Thanks, 3 from '])
    await server.advance(120_000)
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: 2')
  })

  it('happens at once when its moment has passed', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.post('callback', { client_id: ann, message: 'paid', send_time: '2026-03-10 10:00:00' })
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Thanks,  from ')
  })

  it('keeps variables before anything is published', async () => {
    const server = await publicServer(shop)
    const { installation, clock } = server
    const other = await server.call('POST', '/api/projects', { name: 'Draft' })
    const path = `/api/projects/${other.body.id}`
    const key = (await server.call('POST', `${path}/public-keys`, { name: 'x', permissions: ['clients.read', 'clients.write'] })).body
      .secret
    const loaded = await server.post('load_clients', [{ platform_id: '77', group_id: 'my_bot', client_type: 1 }], key)
    const id = loaded.body.items[0].id
    expect((await server.post('callback', { client_id: id, message: 'paid', sum: 9 }, key)).body).toEqual(ok)
    expect((await server.get('get_variables', { client_id: String(id) }, key)).body.sum).toBe(9)
    expect(clock.now()).toBe(installation.clock.now())
  })
})

describe('callbacks of messengers', () => {
  it('tg_callback, vk_callback and ok_callback find people by their id there', async () => {
    const server = await publicServer(shop)
    for (const [action, type, group] of [
      ['tg_callback', 1, 'shop_bot'],
      ['vk_callback', 0, '555'],
      ['ok_callback', 8, '99'],
    ] as const) {
      const { body } = await server.post('load_clients', { platform_id: '6253651200', group_id: group, client_type: type })
      const id: number = body.items[0].id
      expect((await server.post(action, { user_id: 6253651200, group_id: group, message: 'paid', sum: 1 })).body).toEqual(ok)
      expect(await server.dialogue(id)).toEqual(['event: paid', 'bot: Thanks, 1 from '])
      expect((await server.post(action, { user_id: '1', group_id: group, message: 'paid' })).status).toBe(404)
      expect((await server.post(action, { user_id: '6253651200', group_id: 'other', message: 'paid' })).status).toBe(404)
      expect((await server.post(action, { group_id: group, message: 'paid' })).body).toEqual({
        status: 'fail',
        message: 'Parameter "user_id" required',
      })
    }
  })

  it('whatsapp_callback and email_callback make people whom nobody knows, once', async () => {
    const server = await publicServer(shop)
    const call = { phone: '8 (900) 123-45-67', bot_id: '79000000000', name: 'Wanda', message: 'paid', sum: 2 }
    expect((await server.post('whatsapp_callback', call)).body).toEqual(ok)
    expect((await server.post('whatsapp_callback', { ...call, phone: '79001234567@s.whatsapp.net' })).body).toEqual(ok)
    const wanda = (await server.get('whatsapp_client_id', { phone: '+79001234567' })).body.client_id
    expect(await server.dialogue(wanda)).toEqual(['event: paid', 'bot: Thanks, 2 from ', 'event: paid', 'bot: Thanks, 2 from '])
    expect(await variables(server, wanda)).toMatchObject({
      client_type: 6,
      platform_id: '79001234567',
      group: '79000000000',
      name: 'Wanda',
    })
    for (const email of ['Eve@Example.com', 'eve@example.com'])
      await server.post('email_callback', { email, email_id_bot: 'a@b.c', message: 'paid' })
    const eve = (await server.get('find_client_id_by_email', { email: 'eve@example.com' })).body.client_id
    expect((await server.dialogue(eve)).filter((line) => line === 'event: paid')).toHaveLength(2)
    expect(await variables(server, eve)).toMatchObject({ client_type: 14, platform_id: 'eve@example.com' })
  })

  it('says in the history that a channel which is not connected delivered nothing', async () => {
    const server = await publicServer(shop)
    await server.post('whatsapp_callback', { phone: '79001234567', message: 'paid' })
    const { client_id } = (await server.get('whatsapp_client_id', { phone: '79001234567' })).body
    const { result } = (await server.get('get_history', { client_id })).body
    expect(result[0]).toMatchObject({ text: 'Thanks,  from ', delivered: false, error_message: 'The channel is not connected' })
    expect(result[1]).toMatchObject({ text: 'paid', delivered: true, message_from_outside: 3, client_replica: false })
  })

  it('send_callback_by_platform_id reaches all of them, at most 300', async () => {
    const server = await publicServer(shop)
    const people = ['1001', '1002'].map((platform_id) => ({ platform_id, group_id: 'shop_bot', client_type: 1 }))
    const { body } = await server.post('load_clients', { clients: people })
    expect(
      (await server.post('send_callback_by_platform_id', { platform_ids: ['1001', 1002], group_id: 'shop_bot', callback_text: 'paid' }))
        .body,
    ).toEqual({ ...ok, callbackSended: 2 })
    for (const { id } of body.items) expect(await server.dialogue(id)).toEqual(['event: paid', 'bot: Thanks,  from '])
    const later = { platform_ids: ['1001'], callback_text: 'paid', time_shift: 60 }
    await server.post('send_callback_by_platform_id', later)
    expect(await server.dialogue(body.items[0].id)).toHaveLength(2)
    await server.advance(61_000)
    expect(await server.dialogue(body.items[0].id)).toHaveLength(4)
    const many = Array.from({ length: 301 }, (_, index) => index + 1)
    expect((await server.post('send_callback_by_platform_id', { platform_ids: many, callback_text: 'x' })).body).toEqual({
      status: 'fail',
      message: 'Parameter "platform_ids" is longer than 300',
    })
  })
})

describe('the universal webhook', () => {
  it('is told which parameter holds the client, the phone, the message', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const path = `/api/${server.key}/callback?value_client_id=my_client&value_message=event`
    expect((await server.as('nobody').call('POST', path, { my_client: ann, event: 'paid', sum: 4 })).body).toEqual(ok)
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: Thanks, 4 from ')
    const stored = await variables(server, ann)
    expect(stored).not.toHaveProperty('my_client')
    expect(stored).not.toHaveProperty('value_client_id')
  })

  it('finds them deep in the body, also in lists', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.post('save_variables', { client_id: ann, variables: { 'client.phone': '79001234567' } })
    const call = (query: string, body: unknown) =>
      server.as('nobody').call('POST', `/api/${server.key}/callback?message=paid&${query}`, body)
    expect((await call('delimiter=1&delimiter_value_client_id=data1id', { data: { id: ann } })).body).toEqual(ok)
    expect((await call('delimiter=.&delimiter_value_phone=items.0.phone', { items: [{ phone: '8 900 123 45 67' }] })).body).toEqual(ok)
    expect((await server.dialogue(ann)).filter((line) => line === 'event: paid')).toHaveLength(2)
    expect((await call('delimiter=.&delimiter_value_client_id=no.such', { data: 1 })).status).toBe(400)
  })
})

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  data.set('file', new Blob(['x']), 'x.txt')
  return data
}
