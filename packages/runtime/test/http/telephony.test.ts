import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { foreignServer, type Heard, type Reply } from '../foreign-server.ts'
import { funnel } from '../funnel.ts'
import { publicServer, type PublicServer } from '../public-api/public-server.ts'
import type { Answer } from './serve.ts'

const call = (script: string) => ({ type: 'nonstate_cond', matchType: 'exact', calculator: script }) as const
const seed = `[{"record":"1460168"},{"managerPhone":"74242490764"},{"smsText":"Hi"},{"needBlock":"1"}]`

const shop = funnel({
  1: { ...call(`r = zvonobot_call('78001112233', '8 (900) 444-33-22', '1484915')`), condition: 'call', text: '#{r}' },
  2: { ...call(`r = zvonobot_digits_call('', phone, '', ${seed})`), condition: 'digits', text: '#{r}' },
  3: { ...call(`client.phone = '+7 (900) 555-66-77'`), condition: 'mine', text: 'Noted' },
  4: {
    ...call(''),
    condition: 'zvonobot_call_finished',
    matchType: 'keywords',
    text: 'Spoke #{zvonobot_call_duration} s: #{zvonobot_call_status}, #{zvonobot_digit}',
  },
  5: { ...call(''), condition: 'zvonobot_digit_pressed', matchType: 'keywords', text: 'Pressed #{zvonobot_digit}' },
  6: { ...call(`contact = '79005556677'`), condition: 'ours', text: 'Noted' },
})

const told = (id: number, phone: string, fields: object = {}) => ({
  apiCalls: [
    {
      id,
      phone,
      webhookTry: 1,
      plannedAt: null,
      needRecording: 0,
      webhookSent: 1,
      calls: [
        {
          id: 77,
          phone,
          comment: null,
          hangupCause: '16',
          cost: '2.10',
          ivrDigit: null,
          ivrAnswers: null,
          status: 'compl',
          startedAt: 1700000000,
          answeredAt: 1700000009,
          finishedAt: 1700000030,
          createdAt: 1700000000,
          updatedAt: 1700000031,
          ...fields,
        },
      ],
    },
  ],
})
const success = (data: unknown): Reply => ({ body: JSON.stringify({ status: 'success', data }) })

/** A vendor that takes every call and says no more of it than he must, unless a test says otherwise. */
function vendorAnswer({ url }: Heard, ids: () => number): Reply {
  if (url === '/apiCalls/userInfo') return success({ balance: 12.5, loggedAt: null, lastPayAt: null })
  if (url === '/apiCalls/create') return success([{ id: ids() }])
  return success([])
}

interface Exchange extends PublicServer {
  readonly asked: readonly { readonly method: string; readonly body: { readonly [field: string]: unknown } }[]
  readonly connection: Answer['body']
  /** What the vendor posts, and everything that follows from it. */
  tell(what: 'status' | 'ivr', body: unknown): Promise<Answer>
  /** Resolves when the vendor was asked so often. */
  came(count: number): Promise<void>
  /** Everything that was begun is done. */
  quiet(): Promise<void>
  say(name: string, text: string): Promise<number>
  calls(query?: string): Promise<Answer['body']>
}

/** A whole server of ours, connected to a fake vendor over real HTTP. */
async function exchange(
  reply?: (heard: Heard) => Reply | undefined | Promise<Reply | undefined>,
  options: Parameters<typeof publicServer>[1] = {},
): Promise<Exchange> {
  let id = 54
  const vendor = await foreignServer(async (heard) => (await reply?.(heard)) ?? vendorAnswer(heard, () => ++id))
  const server = await publicServer(shop, options)
  await server.call('PUT', `/api/installation/allowed-hosts/${server.project}`, { hosts: ['127.0.0.1'] })
  const fields = { apiKey: 's3cret-key', baseUrl: `${vendor.url}/apiCalls`, number: '8 495 111-22-33', record: '1484915' }
  const made = await server.call('POST', `/api/projects/${server.project}/connections`, { kind: 'zvonobot', fields })
  const quiet = async () => {
    await server.installation.calls.look()
    await server.installation.worker.settled()
  }
  return {
    ...server,
    connection: made.body,
    quiet,
    came: vendor.came,
    get asked() {
      return vendor.heard.map(({ url, body }) => ({ method: url.replace('/apiCalls/', ''), body: JSON.parse(body) }))
    },
    async tell(what, body) {
      const answer = await server.as('nobody').call('POST', made.body.inbound[what === 'ivr' ? 'digit' : 'status'], body)
      await quiet()
      return answer
    },
    async say(name, text) {
      const client = await server.visitor(name, text)
      await quiet()
      return client
    },
    calls: async (query = '') => (await server.call('GET', `/api/projects/${server.project}/calls${query}`)).body,
  }
}

const ok = { status: 200, body: { status: 'ok' } }

describe('a call of a funnel', () => {
  it('is posted to the vendor with the key, which neither trace nor log sees, and gives what he says', async () => {
    const server = await exchange()
    expect(server.connection).toMatchObject({ checked: { ok: true, facts: { balance: '12.5' } }, secrets: { apiKey: '' } })
    const ann = await server.say('Ann', 'call')
    const { body, method } = server.asked[1] ?? {}
    expect(method).toBe('create')
    expect(body).toEqual({
      apiKey: 's3cret-key',
      phone: '79004443322',
      outgoingPhone: '78001112233',
      record: { id: 1484915 },
      webhookUrl: `${server.url}${server.connection.inbound.status}`,
    })
    expect(await server.dialogue(ann)).toEqual(['client: call', 'bot: {"status":"success","call_id":55}'])
    const turns = await server.call('GET', `/api/projects/${server.project}/clients/${ann}/turns/1`)
    expect(JSON.stringify(turns.body) + server.log.join('')).not.toContain('s3cret-key')
    expect((await server.calls()).calls).toMatchObject([
      { number: 1, provider: 'zvonobot', providerCallId: '55', outcome: 'calling', from: '78001112233', to: '79004443322', client: null },
    ])
  })

  it('with digits has one reaction a digit, in order; blank number and record are those of the connection', async () => {
    const server = await exchange()
    await server.say('Ann', 'mine')
    await server.visitor('Bob', 'hello')
    const ann = await server.say('Ann', 'digits')
    const digit = `${server.url}${server.connection.inbound.digit}`
    const reaction = (at: number, fields: object) => ({
      digit: at,
      ...fields,
      webhookUrl: digit,
      webhookParameters: JSON.stringify({ digit: at, client_id: ann }),
    })
    expect(server.asked[1]?.body).toMatchObject({
      phone: '79005556677',
      outgoingPhone: '74951112233',
      record: { id: 1484915 },
      ivrs: [
        reaction(0, { record: { id: 1460168 } }),
        reaction(1, { managerPhone: '74242490764' }),
        reaction(2, { smsText: 'Hi' }),
        reaction(3, { needBlock: 1 }),
      ],
    })
    expect((await server.calls()).calls).toMatchObject([{ client: { id: ann, name: 'Ann' }, record: '1484915' }])
  })

  it('gives an error, and the funnel goes on, when the vendor is down, answers garbage, fails, refuses or sends us elsewhere', async () => {
    let reply: Reply = 'cut'
    const server = await exchange(({ url }) => (url.endsWith('/create') ? reply : undefined))
    const failures: readonly (readonly [Reply, string])[] = [
      ['cut', 'zvonobot does not answer'],
      [{ body: '<html>' }, 'zvonobot answered something else'],
      [{ body: '{"status":"success","data":[]}' }, 'zvonobot answered something else'],
      [{ status: 502, body: 'Bad gateway' }, 'zvonobot answered 502'],
      [{ body: '{"status":"error","message":"No money on s3cret-key"}' }, 'No money on •••'],
      [{ body: '{"status":"success","data":[{"id":9,"status":"error","message":"Bad phone"}]}' }, 'Bad phone'],
      [{ status: 307, headers: { location: '/steal' } }, 'zvonobot answered 307'],
    ]
    for (const [at, [answer, message]] of failures.entries()) {
      reply = answer
      const who = await server.say(`V${at}`, 'call')
      expect(await server.dialogue(who)).toEqual(['client: call', `bot: ${JSON.stringify({ status: 'error', message })}`])
      expect((await server.calls()).calls[0]).toMatchObject({ outcome: 'failed', error: message, client: null })
    }
    expect(server.asked.filter(({ method }) => method !== 'userInfo')).toHaveLength(failures.length)
  })

  it('waits for a vendor who is slow, and nobody else does; one that never answers is given up', async () => {
    const answers: ((reply: Reply) => void)[] = []
    const slow = await exchange(({ url }) => (url.endsWith('/create') ? new Promise<Reply>((resolve) => answers.push(resolve)) : undefined))
    const called = slow.visitor('Ann', 'call')
    await slow.came(2)
    const bob = await slow.visitor('Bob', 'mine')
    expect(await slow.call('GET', `/api/projects/${slow.project}/clients/${bob}/messages`)).toMatchObject({
      body: { messages: [{ text: 'mine' }, { text: 'Noted' }] },
    })
    answers[0]?.(success([{ id: 55, phone: '79004443322', status: 'new', message: '' }]))
    expect(await slow.dialogue(await called)).toEqual(['client: call', 'bot: {"status":"success","call_id":55}'])

    const silent = await exchange(({ url }) => (url.endsWith('/create') ? new Promise<Reply>(() => undefined) : undefined), {
      egressMs: 300,
    })
    const gone = await silent.say('Ann', 'call')
    expect((await silent.dialogue(gone)).at(-1)).toBe('bot: {"status":"error","message":"zvonobot does not answer"}')
    expect((await silent.calls()).calls).toMatchObject([{ outcome: 'failed', error: 'zvonobot does not answer' }])
  })

  it('gives an error where nothing is connected', async () => {
    const server = await publicServer(shop)
    const ann = await server.visitor('Ann', 'call')
    await server.installation.worker.settled()
    expect(await server.dialogue(ann)).toEqual(['client: call', 'bot: {"status":"error","message":"zvonobot is not connected"}'])
  })
})

describe('what the vendor tells', () => {
  it('comes to the client who has the number in a variable, once, and starts his block', async () => {
    const server = await exchange()
    await server.say('Bob', 'hello')
    const ann = await server.say('Ann', 'mine')
    const before = await server.dialogue(ann)
    expect(await server.tell('status', told(90, '79005556677'))).toMatchObject(ok)
    const after = [...before, 'event: zvonobot_call_finished: [90] 79005556677 answered 21', 'bot: Spoke 21 s: answered, ']
    expect(await server.dialogue(ann)).toEqual(after)
    for (const repeat of [told(90, '79005556677'), told(90, '79005556677', { answeredAt: null }), told(90, '+7 900 555 66 77')])
      expect(await server.tell('status', repeat)).toMatchObject(ok)
    expect(await server.dialogue(ann)).toEqual(after)
    expect((await server.get('get_variables', { client_id: String(ann) })).body).toMatchObject({
      zvonobot_call_id: 90,
      zvonobot_call_status: 'answered',
      zvonobot_call_duration: 21,
    })
    expect((await server.calls()).calls).toMatchObject([{ providerCallId: '90', outcome: 'answered', seconds: 21, cost: '2.10' }])
  })

  it('of digits comes in any order, each digit once, and one that asks for it stops further calls', async () => {
    const server = await exchange()
    const ann = await server.say('Ann', 'mine')
    await server.say('Ann', 'digits')
    const digit = (answer: string) => ({ call: { apicallId: 55, answer }, webhookParameters: JSON.stringify({ digit: 0, client_id: ann }) })
    await server.tell('status', told(55, '79005556677', { ivrDigit: 1 }))
    await server.tell('ivr', digit('1'))
    await server.tell('ivr', digit('3'))
    await server.tell('ivr', digit('3'))
    expect((await server.dialogue(ann)).slice(4)).toEqual([
      'event: zvonobot_digit_pressed: [55] 1',
      'bot: Pressed 1',
      'event: zvonobot_call_finished: [55] 79005556677 answered 21',
      'bot: Spoke 21 s: answered, 1',
      'event: zvonobot_digit_pressed: [55] 3',
      'bot: Pressed 3',
    ])
    const stopped = `/api/projects/${server.project}/stopped-numbers`
    expect((await server.call('GET', stopped)).body).toMatchObject({ numbers: [{ phone: '79005556677', by: 'digit' }], total: 1 })
    await server.say('Ann', 'digits')
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: {"status":"error","message":"number is blocked"}')
    expect((await server.call('DELETE', `${stopped}/79005556677`)).status).toBe(200)
    await server.say('Ann', 'digits')
    expect((await server.dialogue(ann)).at(-1)).toBe('bot: {"status":"success","call_id":56}')
  })

  it('of a number finds a client of telephony first, his own variables before those of an order, and the oldest', async () => {
    const server = await exchange()
    const [ofOrder, own] = [await server.say('Ann', 'ours'), await server.say('Bob', 'mine')]
    await server.say('Cat', 'mine')
    await server.tell('status', told(1, '79005556677'))
    await server.tell('status', told(2, '79001110000', { answeredAt: null }))
    await server.tell('status', { apiCalls: [{ id: 3, phone: '8 900 111-00-00', calls: [] }] })
    const calls = (await server.calls()).calls.toReversed()
    expect(calls.map(({ client }: { client: { id: number } }) => client.id)).toEqual([own, expect.any(Number), calls[1].client.id])
    expect(calls[1].client.name).toBe('79001110000')
    expect([own, ofOrder]).not.toContain(calls[1].client.id)
    expect(await server.dialogue(calls[1].client.id)).toEqual([
      'event: zvonobot_call_finished: [2] 79001110000 no_answer 0',
      'bot: Spoke 0 s: no_answer, ',
      'event: zvonobot_call_finished: [3] 79001110000 canceled 0',
      'bot: Spoke 0 s: canceled, ',
    ])
    const telephony = calls[1].client.id
    await server.post('save_variables', { client_id: String(own), 'client.second': '79001110000' })
    await server.tell('status', told(4, '79001110000'))
    expect((await server.calls()).calls[0].client.id).toBe(telephony)
  })

  it('is thanked for always: garbage, strangers, other methods, 20 MB, half a request', async () => {
    const server = await exchange()
    const { status, digit } = server.connection.inbound
    const nobody = server.as('nobody')
    const [one, two] = [status.replace(/[\w-]{20,}/, 'x'.repeat(43)), digit.replace('/ivr', '/other')]
    for (const [method, path, body] of [
      ['POST', status, 'garbage {'],
      ['POST', status, '[]'],
      ['POST', status, '"text"'],
      ['POST', status, ''],
      ['POST', status, { apiCalls: [null, 7, { id: {} }, { id: 5 }, { id: 6, phone: 'x', calls: 'y' }] }],
      ['POST', status, { apiCalls: [{ id: '7', phone: '79005556677\u0000', calls: [{ answeredAt: 'soon', cost: {} }] }] }],
      ['POST', digit, { call: { apicallId: 5, answer: 'loud' } }],
      ['POST', digit, { call: null }],
      ['POST', one, told(9, '79005556677')],
      ['POST', two, told(9, '79005556677')],
      ['GET', status, undefined],
    ] as const)
      expect(await nobody.call(method, path, body), `${method} ${JSON.stringify(body)}`).toMatchObject(ok)
    await server.quiet()
    expect(await post(server.url, status, 'x'.repeat(20_000_000), 20_000_000)).toContain('{"status":"ok"}')
    expect(await post(server.url, status, '{"apiCalls":', 1000)).not.toMatch(/^HTTP\/1\.1 [25]/)
    await server.quiet()
    expect((await server.calls()).calls.map(({ providerCallId }: { providerCallId: string }) => providerCallId)).toEqual(['7'])
    await server.call('DELETE', `/api/projects/${server.project}/connections/${server.connection.id}`)
    expect(await server.tell('status', told(8, '79005556677'))).toMatchObject(ok)
    expect((await server.calls()).total).toBe(1)
  })

  it('comes before the vendor has said that he took the call, and is heard after that', async () => {
    let tellFirst = async (): Promise<unknown> => undefined
    const server = await exchange(async ({ url }) => void (url.endsWith('/create') && (await tellFirst())))
    const path = server.connection.inbound.status
    tellFirst = () => server.as('nobody').call('POST', path, told(55, '79004443322'))
    const ann = await server.say('Ann', 'call')
    await server.advance(2000)
    expect((await server.calls()).calls).toMatchObject([{ number: 1, providerCallId: '55', from: '78001112233', outcome: 'answered' }])
    expect((await server.dialogue(ann)).length).toBe(2)
  })

  it('in long lists and many at once is heard whole; of what comes too early only that waits', async () => {
    let tellFirst = async (): Promise<unknown> => undefined
    const server = await exchange(async ({ url }) => void (url.endsWith('/create') && (await tellFirst())))
    const path = server.connection.inbound.status
    const ended = (id: number) => told(id, String(79_000_000_000 + id)).apiCalls
    tellFirst = () => {
      const lists = [[...told(55, '79004443322').apiCalls, ...[1, 2, 3, 4, 5, 6, 7].flatMap(ended)], ...[8, 9, 10, 11, 12, 13].map(ended)]
      return Promise.all(lists.map((apiCalls) => server.as('nobody').call('POST', path, { apiCalls })))
    }
    await server.say('Ann', 'call')
    const heard = async () => {
      const { calls } = await server.calls('?outcome=answered')
      return calls.map(({ providerCallId }: { providerCallId: string }) => Number(providerCallId)).toSorted((a: number, b: number) => a - b)
    }
    // Whether what is told of the call itself was looked at before or after the vendor's answer is a matter of moments.
    const others = async () => (await heard()).filter((id: number) => id !== 55)
    await expect.poll(others).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    await server.advance(2000)
    expect((await heard()).at(-1)).toBe(55)
    expect((await server.calls()).total).toBe(14)
  })

  it('and does not tell is asked for after 1, 5 and 30 minutes, then it stays unknown', async () => {
    let ended = false
    const server = await exchange(({ url }) =>
      url.endsWith('/get') ? success(told(55, '79004443322', ended ? {} : { answeredAt: null, finishedAt: null }).apiCalls) : undefined,
    )
    await server.say('Ann', 'call')
    const looked = () => server.asked.filter(({ method }) => method === 'get').length
    for (const [seconds, times] of [
      [50, 0],
      [20, 1],
      [220, 1],
      [20, 2],
    ] as const) {
      await server.advance(seconds * 1000)
      expect(looked()).toBe(times)
    }
    expect(server.asked.at(-1)?.body).toEqual({ apiKey: 's3cret-key', apiCallIdList: [55] })
    await server.say('Bob', 'call')
    ended = true
    await server.advance(31 * 60_000)
    expect(looked()).toBe(6)
    expect((await server.calls()).calls).toMatchObject([{ outcome: 'unknown' }, { outcome: 'answered', seconds: 21 }])
    await server.tell('status', told(56, '79004443322'))
    expect((await server.calls('?outcome=answered')).total).toBe(2)
  })
})

describe('a call from a card', () => {
  it('is made by employees whom it is given to, to numbers of that client, and its end comes into his dialogue', async () => {
    const server = await publicServer(shop)
    const path = `/api/projects/${server.project}`
    const mock = { outcome: 'answered', delay: 3, talk: 2, digit: '5', record: '7' }
    expect((await server.call('POST', `${path}/connections`, { kind: 'mock-calls', fields: mock })).status).toBe(200)
    const second = await server.call('POST', `${path}/connections`, { kind: 'zvonobot', fields: { apiKey: 'k' } })
    expect(second.body.error.code).toBe('connection-exists')
    const person = await server.person(server.project, 'operator')
    const operator = server.as(person)
    const [ann, bob] = [await server.visitor('Ann', 'mine'), await server.visitor('Bob', 'mine')]
    const dial = (client: number, phone: string) => operator.call('POST', `${path}/clients/${client}/call`, { phone })
    expect((await dial(bob, '79005556677')).body.error.code).toBe('calling-off')
    expect((await operator.call('GET', `${path}/calls/way`)).body).toEqual({ way: 'off', number: '', record: '' })
    const calls = { way: 'api', number: '8 800 111 22 33', record: '' }
    const changed = await server.call('PATCH', `${path}/members/${person.me.account.id}`, { calls })
    expect(changed.body.calls).toEqual(calls)
    expect((await dial(bob, '79004443322')).body.error.code).toBe('not-his-phone')
    expect((await dial(bob, 'nobody')).body.error.code).toBe('wrong-phone')
    expect((await dial(999, '79005556677')).status).toBe(404)
    const { body } = await dial(bob, '+7 900 555-66-77')
    expect(body).toMatchObject({
      outcome: 'calling',
      from: '78001112233',
      record: '7',
      client: { id: bob },
      employee: { name: 'The operator' },
    })
    await server.advance(2000)
    expect((await server.dialogue(bob)).length).toBe(2)
    await server.advance(2000)
    // The number is Ann's, too, and she came first: but it was Bob who was called.
    expect((await server.dialogue(bob)).slice(2)).toEqual([
      'event: zvonobot_digit_pressed: [1] 5',
      'bot: Pressed 5',
      'event: zvonobot_call_finished: [1] 79005556677 answered 2',
      'bot: Spoke 2 s: answered, 5',
    ])
    expect((await server.dialogue(ann)).length).toBe(2)
    const account = person.me.account.id
    const found = async (query: string) => (await operator.call('GET', `${path}/calls?${query}`)).body.total
    expect(await found(`employee=${account}&client=${bob}&from=2026-03-10&until=2026-03-10&outcome=answered`)).toBe(1)
    for (const none of ['employee=nobody', `client=${ann}`, 'from=2026-03-11', 'until=2026-03-09', 'outcome=failed'])
      expect(await found(none)).toBe(0)
    const stopped = await operator.call('POST', `${path}/stopped-numbers`, { phone: '8 (900) 555-66-77' })
    expect(stopped.body).toMatchObject({ phone: '79005556677', by: 'person', name: 'The operator' })
    expect((await dial(bob, '79005556677')).body.error).toMatchObject({
      code: 'call-refused',
      message: expect.stringContaining('number is blocked'),
    })
    expect((await operator.call('GET', `${path}/stopped-numbers?q=8 900`)).body.total).toBe(0)
    expect((await operator.call('GET', `${path}/stopped-numbers?q=555-66`)).body.total).toBe(1)
    expect((await operator.call('DELETE', `${path}/stopped-numbers/79005556677`)).status).toBe(200)
    expect((await operator.call('DELETE', `${path}/stopped-numbers/79005556677`)).status).toBe(404)
  })
})

/** A request as it is written; what is answered until the connection ends. Half of one ends with our end. */
function post(url: string, path: string, body: string, length: number): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    let answer = ''
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
      )
      socket.write(body, () => body.length < length && socket.end())
    })
    socket.on('data', (part: Buffer) => (answer += part.toString()))
    socket.on('error', () => undefined).on('close', () => resolve(answer))
  })
}
