import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { openStream } from './events.ts'
import { serve, type TestServer } from './serve.ts'

const bot = funnel(
  {
    1: { type: 'start', condition: 'Pay', matchType: 'exact' },
    2: { text: 'Link: #{url}', calculator: "url = get_payment_url('1500,50', 'Haircut & wash')" },
    3: { text: 'Paid: #{payment_status} #{payment_sum} #{payment_id}' },
    4: { text: 'Not paid: #{payment_status}' },
  },
  [
    [1, 2, { delay: { value: 0, unit: 'seconds' } }],
    [2, 3, { condition: 'payment_success', matchType: 'exact' }],
    [2, 4, { condition: 'payment_fail', matchType: 'exact' }],
    [4, 3, { condition: 'payment_success', matchType: 'exact' }],
    [4, 4, { condition: 'payment_fail', matchType: 'exact' }],
  ],
)

const link = 'https://pay.example/?id={payment}&s={sum}&c={sum_hundredths}&d={description}&sig={signature}&x={other}'
const secret = 'shared-secret-abcd'
const hmac = (text: string): string => createHmac('sha256', secret).update(text).digest('hex')

async function shop() {
  const server = await serve()
  const { installation } = server
  const { id, revision } = (await server.call('POST', '/api/projects', { file: bot, language: 'en' })).body
  await installation.projects.publish(id, { revision, note: '' })
  const channel = (await installation.projects.channels(id))[0]?.key ?? ''
  let messages = 0
  const say = async (who: string, text: string): Promise<string[]> => {
    const arrival = {
      channel,
      outsideId: `${who}:${++messages}`,
      from: { outsideId: who, name: who },
      event: { kind: 'text', text },
    } as const
    return (await installation.worker.accept(arrival, { wait: true })).replies.map((reply) => reply.text)
  }
  const said = async (client: number): Promise<string[]> => {
    await installation.worker.settled()
    const all = await installation.db.transaction(() => installation.messages.latest(client, 100))
    return all.filter(({ author }) => author === 'bot').map(({ text }) => text)
  }
  const listed = async () => (await server.call('GET', `/api/projects/${id}/payments`)).body.payments
  return { ...server, project: id, say, said, listed, connect: (kind: string, fields: object) => connect(server, id, kind, fields) }
}

const connect = async ({ call }: Pick<TestServer, 'call'>, project: number, kind: string, fields: object) =>
  (await call('POST', `/api/projects/${project}/connections`, { kind, fields })).body

it('a client pays on the test page, once, and the bot and the order hear of it', async () => {
  const { say, said, listed, connect, as, url, call, project } = await shop()
  expect(await say('ann', 'Pay')).toEqual(['Link: '])
  await connect('test-payments', {})
  const [text = ''] = await say('ann', 'Pay')
  expect(text).toMatch(new RegExp(`^Link: ${url}/pay/[\\w-]{24}$`))
  expect(await say('ann', 'Pay')).toEqual([text])
  const path = new URL(text.slice(6)).pathname
  const visitor = as('nobody')
  const page = await visitor.call('GET', path, undefined, { 'accept-language': 'en' })
  expect(page.status).toBe(200)
  expect(page.body).toContain('Haircut &#38; wash')
  expect(page.body).toMatch(/<button class="main" name="outcome" value="paid">Pay</)
  expect((await visitor.call('GET', path, undefined, { 'accept-language': 'ru-RU' })).body).toContain('Отказаться')
  const press = (outcome: string) =>
    visitor.call('POST', path, `outcome=${outcome}`, { 'content-type': 'application/x-www-form-urlencoded' })
  expect((await press('failed')).body).toContain('did not go through')
  expect((await Promise.all([press('paid'), press('paid'), press('failed')])).map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await press('failed')).body).not.toContain('<button')
  const [payment] = await listed()
  expect(payment).toMatchObject({ number: 1, order: 1, state: 'paid', sum: 1500.5, provider: 'test-payments' })
  expect(await said(payment.client.id)).toEqual(['Link: ', text, text, 'Not paid: failed', 'Paid: paid 1500.5 1'])
  const history = await call('GET', `/api/projects/${project}/orders/1/history`)
  expect(history.body.entries.filter(({ what }: { what: string }) => what === 'payment')).toHaveLength(3)
  expect((await call('GET', `/api/projects/${project}/orders/1`)).body).toMatchObject({
    payment: 'paid',
    variables: { payment_status: 'paid' },
  })
  expect((await visitor.call('GET', '/pay/unknown')).status).toBe(404)
})

it('a page of an order that was given up takes no payment', async () => {
  const { say, listed, connect, as, call, project } = await shop()
  await connect('test-payments', {})
  const [text = ''] = await say('ann', 'Pay')
  const path = new URL(text.slice(6)).pathname
  const order = `/api/projects/${project}/orders/1`
  await call('POST', `${order}/move`, { from: (await call('GET', order)).body.at, to: { place: 'fail' } })
  const pressed = await as('nobody').call('POST', path, 'outcome=paid', { 'content-type': 'application/x-www-form-urlencoded' })
  expect(pressed.body).not.toContain('<button')
  expect((await listed())[0].state).toBe('waiting')
})

it('calls of a payment service count once, in any order, only signed, and only with the right sum', async () => {
  const { say, said, listed, connect, as, log, call, project, url, headers } = await shop()
  const { inbound } = await connect('payment-link', { link, secret, currencyField: 'cur', outsideField: 'object.id' })
  const [text = ''] = await say('ann', 'Pay')
  expect(text.slice(6)).toBe(`https://pay.example/?id=1&s=1500.50&c=150050&d=Haircut%20%26%20wash&sig=${hmac('1:1500.50:USD')}&x={other}`)
  const send = (body: object, signature = hmac(JSON.stringify(body))) =>
    as('nobody').call('POST', inbound.callback, body, { 'x-signature': signature })
  const paid = { payment: 1, sum: '1500.50', cur: 'usd', status: 'Success', object: { id: 'op-7' } }
  expect((await send(paid, hmac('other'))).status).toBe(403)
  expect((await send(paid, '')).status).toBe(403)
  expect((await send({ ...paid, payment: 99 })).status).toBe(404)
  expect((await send({ ...paid, payment: 'x' })).status).toBe(400)
  const live = await openStream(`${url}/api/projects/${project}/live`, headers)
  await live.next()
  expect((await send({ ...paid, sum: 1 })).status).toBe(422)
  expect(await live.next()).toMatchObject({ type: 'order-changed', order: 1 })
  live.close()
  expect((await send({ ...paid, cur: 'RUB' })).status).toBe(422)
  expect((await listed())[0]).toMatchObject({ state: 'waiting', trouble: 'currency: RUB' })
  expect((await send({ ...paid, status: 'pending' })).status).toBe(200)
  expect((await send({ ...paid, status: 'declined' })).body).toBe('OK')
  expect((await Promise.all([1, 2, 3, 4].map(() => send(paid)))).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await send({ ...paid, status: 'declined' })).status).toBe(200)
  const [payment] = await listed()
  expect(payment).toMatchObject({ state: 'paid', outsideId: 'op-7', trouble: null })
  expect(await said(payment.client.id)).toEqual([text, 'Not paid: failed', 'Paid: paid 1500.5 1'])
  expect((await as('nobody').call('POST', '/pay/callback/other', paid)).status).toBe(404)
  expect(log.join('')).not.toContain(secret)
  const made = await call('POST', `/api/projects/${project}/payments`, { order: 1, sum: 10 })
  expect(made.body).toMatchObject({ number: 2, state: 'waiting', sum: 10 })
  const list = async (query: string) => (await call('GET', `/api/projects/${project}/payments?${query}`)).body
  const [waiting, success] = [
    { state: 'waiting', currency: 'USD', count: 1, sum: 10 },
    { state: 'paid', currency: 'USD', count: 1, sum: 1500.5 },
  ]
  const numbers = async (query: string) => (await list(query)).payments.map(({ number }: { number: number }) => number)
  expect(await list('size=1')).toMatchObject({ payments: [{ number: 2 }], more: true, sums: [success, waiting] })
  expect(await list('size=1&before=2')).toMatchObject({ payments: [{ number: 1 }], more: false, sums: null })
  expect(await list('state=paid')).toMatchObject({ payments: [{ number: 1 }], sums: [success] })
  expect(await numbers(`from=2001-01-01&until=2999-12-31&order=1&client=${payment.client.id}`)).toEqual([2, 1])
  expect(await list('until=2001-01-01')).toMatchObject({ payments: [], sums: [] })
  expect(await numbers('order=9')).toEqual([])
  expect((await call('POST', `/api/projects/${project}/payments`, { order: 77, sum: 10 })).status).toBe(404)
})

it('a service that signs chosen fields of a form is understood as well', async () => {
  const { say, listed, connect, as } = await shop()
  const fields = { signatureIn: 'field', signatureName: 'sig', signedText: '{sum}:{payment}', sumUnit: 'hundredths', encoding: 'base64' }
  const { inbound } = await connect('payment-link', { link, secret, ...fields })
  await say('ann', 'Pay')
  const sig = createHmac('sha256', secret).update('150050:1').digest('base64')
  const form = new URLSearchParams({ payment: '1', sum: '150050', status: 'paid', sig })
  expect((await as('nobody').call('GET', `${inbound.callback}?${form}`)).body).toBe('OK')
  expect((await listed())[0].state).toBe('paid')
})
