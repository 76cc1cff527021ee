import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer } from './public-server.ts'

const ok = { status: 'success' }

const shop = funnel({
  1: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' },
  2: { type: 'state', text: 'Your order, #{client.title}' },
  3: { type: 'nonstate_cond', condition: 'leave', matchType: 'exact', calculator: 'unsubscribe()' },
  4: { type: 'nonstate_cond', condition: 'key', matchType: 'exact', text: '#{api_key}' },
})

describe('message', () => {
  it('takes what a library in PHP makes of empty lists for nothing', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const sent = { client_id: ann, message: 'Hi', message_id: '', attachment_type: '', buttons: 'Array' }
    expect((await server.post('message', sent)).body).toMatchObject(ok)
    expect((await server.post('save_variables', { client_id: ann, clients: 'Array', variables: { a: 1 } })).body).toEqual(ok)
    expect((await server.post('broadcast', { clients: 'Array', message: 'Hi' })).body).toMatchObject({ status: 'fail' })
  })

  it('sends a text with variables, an attachment and buttons, and answers its number', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.post('save_variables', { client_id: ann, variables: { 'client.title': 'Dr' } })
    const { body } = await server.post('message', {
      client_id: ann,
      message: 'Dear #{client.title}',
      message_id: '',
      attachment_type: 'image',
      attachment_url: 'https://example.com/a.png',
      buttons: {
        hint: '1 or 2',
        buttons: [
          { type: 'reply', text: 'Yes', line: 0, index_in_line: 0 },
          { type: 'inline', text: 'Site', line: 1, index_in_line: 0, url: 'https://example.com' },
        ],
      },
    })
    expect(body).toEqual({ status: 'success', message_id: expect.any(Number) })
    const { result } = (await server.get('get_history', { client_id: String(ann), limit: '1' })).body
    expect(result).toEqual([
      {
        id: body.message_id,
        answered: true,
        client_replica: false,
        message_id: null,
        message_from_outside: 0,
        created_at: Math.floor(server.clock.now() / 1000),
        text: 'Dear Dr',
        attachments: { image: 'https://example.com/a.png' },
        delivered: true,
        error_message: '',
        manager_id: null,
        manager_email: null,
      },
    ])
    const shown = (await server.call('GET', `/api/projects/${server.project}/clients/${ann}/messages`)).body.messages.at(-1)
    expect(shown.buttons.flat().map(({ text }: { text: string }) => text)).toEqual(['Yes', 'Site'])
  })

  it('moves the client into a block', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const { body } = await server.get('message', { client_id: String(ann), message_id: '2' })
    expect(body).toEqual({ status: 'success', message_id: expect.any(Number) })
    expect((await server.get('get_variables', { client_id: String(ann) })).body.message_id).toBe(2)
    expect((await server.post('message', { client_id: ann, message_id: 99 })).body).toEqual({
      status: 'fail',
      message: 'message 99 not found',
    })
  })

  it('sends later', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    expect((await server.post('message', { client_id: ann, message: 'Later', message_id: 2, time_shift: 60 })).body).toEqual(ok)
    expect(await server.dialogue(ann)).toEqual(['client: hello', 'bot: Hi'])
    await server.advance(61_000)
    expect((await server.dialogue(ann)).slice(2)).toEqual(['bot: Later', 'bot: Your order, '])
  })

  it('says what did not reach who has unsubscribed', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.visitor('Ann', 'leave')
    await server.call('POST', `/api/projects/${server.project}/webhooks`, { url: 'https://example.com/hook' })
    const { body } = await server.post('message', { client_id: ann, message: 'Sale' })
    const { result } = (await server.get('get_history', { client_id: String(ann), limit: '1' })).body
    expect(result[0]).toMatchObject({ id: body.message_id, text: 'Sale', delivered: false, error_message: 'The client has unsubscribed' })
    const { db } = server.installation
    const told = await db.all(db.build.selectFrom('outbox').select('message').where('kind', '=', 'webhook'))
    expect(told.map(({ message }) => JSON.parse(message))).toMatchObject([
      { id: body.message_id, message: 'Sale', delivered: 0, error_message: 'The client has unsubscribed' },
    ])
  })

  it.each([
    [{}, 400, { status: 'fail', message: 'Parameter "client_id" required' }],
    [{ client_id: 'x' }, 400, { status: 'fail', message: 'Error in parameter "client_id": must be a number' }],
    [{ client_id: 999_999, message: 'a' }, 404, { status: 'client_not_found' }],
    [{ client_id: 1 }, 400, { status: 'fail', message: 'Nothing to send' }],
    [{ client_id: 1, attachment_url: 'https://a.b/c' }, 400, { status: 'fail', message: 'Parameter "attachment_type" required' }],
    [
      { client_id: 1, attachment_url: 'https://a.b/c', attachment_type: 'cake' },
      400,
      { status: 'fail', message: 'Error in parameter "attachment_type": must be one of link, image, video, audio, file' },
    ],
    [
      { client_id: 1, attachment_url: 'javascript:alert(1)', attachment_type: 'link' },
      400,
      { status: 'fail', message: 'Error in parameter "attachment_url"' },
    ],
    [{ client_id: 1, message: 'a', buttons: 'none' }, 400, { status: 'fail', message: 'Error in parameter "buttons": must be a list' }],
    [
      { client_id: 1, message: 'a', time_shift: 'soon' },
      400,
      { status: 'fail', message: 'Error in parameter "time_shift": must be a number' },
    ],
    [
      { client_id: 1, message: 'a', send_time: '31.12.2026' },
      400,
      { status: 'fail', message: 'Error in parameter "send_time": must be YYYY-MM-DD HH:MM:SS' },
    ],
  ])('refuses %j', async (body, status, refusal) => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    const answer = await server.post('message', 'client_id' in body && body.client_id === 1 ? { ...body, client_id: ann } : body)
    expect([answer.status, answer.body]).toEqual([status, refusal])
  })

  it('tells scripts the main key', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann', 'key')
    expect((await server.dialogue(ann)).at(-1)).toBe(`bot: ${server.key}`)
  })
})

describe('whatsapp_message', () => {
  it('makes the person, and takes `text` for `message`', async () => {
    const server = await publicServer(shop)
    const { body } = await server.post('whatsapp_message', { phone: '89001234567', text: 'Hello', whatsapp_bot_id: '1' })
    expect(body).toEqual({ status: 'success', message_id: expect.any(Number) })
    const { client_id } = (await server.get('whatsapp_client_id', { phone: '79001234567' })).body
    const { result } = (await server.get('get_history', { client_id })).body
    expect(result).toMatchObject([{ id: body.message_id, text: 'Hello', delivered: false, error_message: 'The channel is not connected' }])
    expect((await server.post('whatsapp_message', { phone: '12', text: 'Hello' })).body).toEqual({
      status: 'fail',
      message: 'Error in parameter "phone": must be a phone number',
    })
  })
})

describe('broadcast', () => {
  it('sends to a list, to clients, or to people of a messenger', async () => {
    const server = await publicServer(shop)
    const [ann, bob] = [await server.visitor('Ann'), await server.visitor('Bob')]
    const list = (await server.call('POST', `/api/projects/${server.project}/lists`, { name: 'VIP' })).body.number
    await server.post('add_to_list', { list_id: list, clients: `[${ann}]` })
    const first = await server.post('broadcast', { list, clients: [bob], message: 'For the list', shift: 0 })
    expect(first.body).toEqual({ status: 'success', broadcast_id: 1, count: 1 })
    await server.advance(5000)
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: For the list')
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: Hi')
    const second = await server
      .as('nobody')
      .call('POST', `/api/${server.key}/broadcast`, new URLSearchParams(`clients[]=${ann}&clients[]=${bob}&message_id=2`).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      })
    expect(second.body).toEqual({ status: 'success', broadcast_id: 2, count: 2 })
    await server.advance(5000)
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: Your order, ')
    const third = await server.post('broadcast', { platform_ids: [String(bob)], message: 'Third', time_shift: 60 })
    expect(third.body).toEqual({ status: 'success', broadcast_id: 3, count: 1 })
    await server.advance(5000)
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: Your order, ')
    await server.advance(60_000)
    expect((await server.dialogue(bob)).at(-1)).toBe('bot: Third')
  })

  it('sends nothing without an audience', async () => {
    const server = await publicServer(shop)
    for (const body of [{ message: 'a' }, { message: 'a', group_id: 'x', clients: [] }]) {
      const answer = await server.post('broadcast', body)
      expect([answer.status, answer.body]).toEqual([400, { status: 'fail', message: 'recipients are not specified' }])
    }
  })
})

describe('the history', () => {
  it('is told newest first, of a period, and cleared', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.advance(86_400_000)
    await server.visitor('Ann', 'who are you?')
    const history = async (query: Record<string, string> = {}) =>
      (await server.get('get_history', { client_id: String(ann), ...query })).body.result.map(
        ({ text, answered }: { text: string; answered: boolean }) => [text, answered],
      )
    expect(await history()).toEqual([
      ['who are you?', false],
      ['Hi', true],
      ['hello', true],
    ])
    expect(await history({ start_date: '10.03.2026', stop_date: '10.03.2026' })).toEqual([
      ['Hi', true],
      ['hello', true],
    ])
    expect((await server.get('get_history', { client_id: String(ann), start_date: '10.03.2026' })).body).toEqual({
      status: 'fail',
      message: 'Parameter "stop_date" required',
    })
    expect((await server.get('clear_history', { client_id: String(ann) })).body).toEqual(ok)
    expect(await history()).toEqual([])
  })

  it('ends a day on which clocks change with its own midnight', async () => {
    const berlin = { ...shop, settings: { ...shop.settings, timezone: 'Europe/Berlin' } }
    const server = await publicServer(berlin, { now: '2026-03-29T21:30:00Z' })
    const ann = await server.visitor('Ann')
    await server.advance(3_600_000)
    await server.visitor('Ann', 'next day')
    const { result } = (await server.get('get_history', { client_id: String(ann), start_date: '29.03.2026', stop_date: '29.03.2026' })).body
    expect(result.map(({ text }: { text: string }) => text)).toEqual(['Hi', 'hello'])
  })

  it('names the operator who wrote', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann')
    await server.call('POST', `/api/projects/${server.project}/clients/${ann}/messages`, { key: 'k-1', text: 'A person here' })
    const { result } = (await server.get('get_history', { client_id: String(ann), limit: '1' })).body
    expect(result[0]).toMatchObject({
      text: 'A person here',
      manager_id: expect.any(Number),
      manager_email: 'owner@example.com',
      message_id: null,
    })
  })
})
