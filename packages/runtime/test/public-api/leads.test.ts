import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import type { Answer } from '../http/serve.ts'
import { publicServer, type PublicServer } from './public-server.ts'

const shop = funnel({
  1: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' },
  2: { type: 'nonstate_cond', condition: '^new_lead_added', matchType: 'regex', text: 'A lead: #{phone}, #{lead_id}' },
})

interface LeadServer extends PublicServer {
  readonly apikey: string
  /** A call of the leads API with key and login. */
  ask(params: Record<string, string>): Promise<Answer>
  own(method: string, path: string, body?: unknown): Promise<Answer>
}

async function leadServer(options: Parameters<typeof publicServer>[1] = {}): Promise<LeadServer> {
  const server = await publicServer(shop, options)
  const own: LeadServer['own'] = (method, path, body) => server.call(method, `/api/projects/${server.project}${path}`, body)
  const apikey: string = (await own('POST', '/lead-settings/key')).body.key
  return {
    ...server,
    apikey,
    own,
    ask: (params) =>
      server.as('nobody').call('GET', `/developer/v1/leads?${new URLSearchParams({ login: 'owner@example.com', apikey, ...params })}`),
  }
}

const error = (code: string, text: string) => ({ result: 'Error', error: { code, text } })

describe('the leads API', () => {
  it('checks key, user and method in this order, always with 200', async () => {
    const server = await leadServer()
    const cases: readonly (readonly [Record<string, string>, object])[] = [
      [{ apikey: '', login: 'x', action: 'x' }, error('400', 'Не верный API key')],
      [{ apikey: 'wrong', login: 'x', action: 'x' }, error('400', 'Не верный API key')],
      [{ login: 'x@example.com', action: 'x' }, error('401', 'Неизвестный пользователь')],
      [{ login: 'OWNER@example.com', action: 'sing' }, error('402', 'Неизвестный метод')],
      [{ action: 'info', id: '77' }, error('404', 'Не найдено')],
      [{ action: 'list' }, error('404', 'Не найдено')],
    ]
    for (const [params, answer] of cases) {
      const { status, headers, body } = await server.ask(params)
      expect([status, body]).toEqual([200, answer])
      expect([headers.get('access-control-allow-origin'), headers.get('content-type')]).toEqual(['*', 'application/json; charset=utf-8'])
    }
    const empty = 'Ошибка добавления лида. Пустая заявка'
    expect((await server.ask({ action: 'add', city: 'Perm' })).body).toEqual({ error: { code: '1', text: empty }, Error: empty })
  })

  it.each(['/developer/v1/leads', '/developer/v1/leads/', '/developer/v1/leads.php'])(
    'answers at %s, whatever kind of body',
    async (path) => {
      const server = await leadServer()
      const lead = { login: 'owner@example.com', apikey: server.apikey, action: 'add', title: 'Иван Петров', phone: '+7 900 123-45-67' }
      const bodies: readonly (URLSearchParams | string | FormData)[] = [new URLSearchParams(lead), JSON.stringify(lead), formOf(lead)]
      for (const [index, body] of bodies.entries()) {
        const answer = await fetch(`${server.url}${path}?title=nobody`, { method: 'POST', body })
        expect(await answer.json()).toEqual({ result: { text: 'Success', id: index + 1 } })
      }
      const text = await (await fetch(`${server.url}${path}?login=owner@example.com&apikey=${server.apikey}&action=info&id=1`)).text()
      expect(text).toContain('Иван Петров')
      expect(JSON.parse(text).data.phone).toBe('+7 900 123-45-67')
    },
  )

  it('keeps everything that a lead says', async () => {
    const server = await leadServer()
    await server.own('POST', '/lead-partners', { name: 'https://www.Partner.example/page' })
    const utm = {
      utm_source: 'google',
      utm_medium: 'cpc',
      utm_campaign: 'spring',
      utm_term: 'cake',
      utm_content: 'a',
      utm_referrer: 'https://g.co',
    }
    const lead = {
      title: 'Ann',
      email: 'A@B.c',
      phone: '8 900 1234567',
      company: 'Cake + Co',
      site: 'https://x.y',
      description: 'Two lines\nof text',
      ip: '1.2.3.4',
      country: 'Russia',
      city: 'Perm',
      path: 'Test Path',
      partner: 'partner.example',
      user: 'nobody@x.y',
      unknown: '1',
    }
    expect((await server.ask({ action: 'add', ...lead, ...utm })).body).toEqual({ result: { text: 'Success', id: 1 } })
    const { body } = await server.ask({ action: 'info', id: '1' })
    expect(body.result).toEqual({ data: body.data, id: '1' })
    expect(body.data).toEqual({
      id: '1',
      datum: '2026-03-10 11:00:00',
      datum_do: null,
      status: '0',
      statusName: 'Открыт',
      rezult: null,
      rezultName: '',
      title: 'Ann',
      email: 'A@B.c',
      phone: '8 900 1234567',
      site: 'https://x.y',
      company: 'Cake + Co',
      description: 'Two lines\nof text',
      ip: '1.2.3.4',
      city: 'Perm',
      country: 'Russia',
      timezone: '',
      iduser: '0',
      userName: '',
      clientpath: '1',
      clientpathName: 'Test Path',
      pid: '0',
      clid: '0',
      client: '',
      did: '0',
      partner: '1',
      partnerName: 'partner.example',
      rezz: '',
      ...utm,
    })
  })

  it('lists by page, order and period', async () => {
    const server = await leadServer()
    for (const title of ['Bob', 'Ann', 'Eve']) {
      await server.ask({ action: 'add', title, utm_source: 'google' })
      await server.advance(86_400_000)
    }
    const list = async (params: Record<string, string> = {}) => (await server.ask({ action: 'list', ...params })).body
    const ids = async (params: Record<string, string>) => (await list(params)).data?.map(({ id }: { id: string }) => id) ?? []
    expect((await list()).data[0]).toEqual({
      id: '3',
      datum: '2026-03-12',
      datum_do: '',
      email: '',
      phone: '',
      site: '',
      company: '',
      city: '',
      country: '',
      content: '',
      clid: '0',
      client: '',
      pid: '0',
      person: '',
      did: '0',
      deal: '',
      user: '0',
      userName: '',
      status: '0',
      statusName: 'Открыт',
      rezult: '',
      rezultName: '',
      clientpath: '1',
      clientpathName: 'google',
    })
    expect(await ids({})).toEqual(['3', '2', '1'])
    expect(await ids({ first: 'old' })).toEqual(['1', '2', '3'])
    expect(await ids({ order: 'title', first: 'old' })).toEqual(['2', '1', '3'])
    expect(await ids({ order: 'drop table', first: '' })).toEqual(['3', '2', '1'])
    expect(await ids({ dateStart: '2026-03-11' })).toEqual(['3', '2'])
    expect(await ids({ dateEnd: '2026-03-11' })).toEqual(['1'])
    expect(await ids({ dateStart: '2026-03-10', dateEnd: '2026-03-11' })).toEqual(['2', '1'])
    expect(await ids({ dateStart: '2026-02-31', dateEnd: 'x' })).toEqual(['3', '2', '1'])
    expect(await ids({ status: '0,1' })).toEqual(['3', '2', '1'])
    expect(await list({ status: '2' })).toEqual(error('404', 'Не найдено'))
    expect(await list({ offset: '1' })).toEqual(error('404', 'Не найдено'))
  })

  it('counts the month of each user', async () => {
    const server = await leadServer()
    await server.ask({ action: 'add', title: 'A', user: 'owner@example.com' })
    await server.ask({ action: 'add', title: 'B', user: 'owner@example.com' })
    await server.person(server.project, 'operator', 'olga@example.com')
    await server.own('POST', '/leads/1/close', { result: 'spam', comment: 'no', revision: 1 })
    expect((await server.ask({ action: 'stat' })).body).toEqual({
      data: [
        { title: 'owner@example.com', open: '1', processed: '1' },
        { title: 'olga@example.com', open: '0', processed: '0' },
      ],
    })
    await server.advance(40 * 86_400_000)
    expect((await server.ask({ action: 'stat' })).body.data[0]).toEqual({ title: 'owner@example.com', open: '0', processed: '0' })
  })

  it('refuses nothing with 5xx, and no body is too strange', async () => {
    const server = await leadServer()
    const { apikey } = server
    for (const body of [
      '{',
      '[1]',
      '\u0000',
      'a=%ZZ',
      JSON.stringify({ login: [1], apikey: { a: 1 }, action: 5 }),
      'x'.repeat(11_000_000),
    ]) {
      const answer = await fetch(`${server.url}/developer/v1/leads?login=owner@example.com&apikey=${apikey}&action=add`, {
        method: 'POST',
        body,
      })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toHaveProperty('error')
    }
    const long = { action: 'add', title: 'x'.repeat(5000), description: '\u{1F600}'.repeat(100) }
    const posted = await fetch(`${server.url}/developer/v1/leads`, {
      method: 'POST',
      body: new URLSearchParams({ login: 'owner@example.com', apikey, ...long }),
    })
    expect(await posted.json()).toEqual({ result: { text: 'Success', id: 1 } })
  })
})

describe('who becomes responsible', () => {
  const responsible = async (server: LeadServer, lead: number) => {
    const { responsible: who, status } = (await server.own('GET', `/leads/${lead}`)).body.lead
    return [who?.name ?? null, status]
  }

  it('whoever has the client, then who is named, then the rule, then the coordinator', async () => {
    const server = await leadServer()
    const people = await Promise.all(['anna', 'boris'].map((name) => server.person(server.project, 'operator', `${name}@example.com`)))
    const [anna = 0, boris = 0] = people.map(({ me }) => me.account.id)
    const settings = (more: object) =>
      server.own('PUT', '/lead-settings', { coordinator: null, rule: 'none', operators: [], createOrder: false, ...more })
    const add = async (lead: Record<string, string>) => (await server.ask({ action: 'add', title: 'x', ...lead })).body.result.id
    expect(await responsible(server, await add({}))).toEqual([null, 'open'])
    await settings({ coordinator: boris })
    expect(await responsible(server, await add({}))).toEqual(['The operator', 'open'])
    await settings({ coordinator: boris, rule: 'even', operators: [anna, boris] })
    const given: (number | undefined)[] = []
    for (let count = 0; count < 4; count++) {
      given.push((await server.own('GET', `/leads/${await add({})}`)).body.lead.responsible?.account)
    }
    expect(given).toEqual([anna, boris, anna, boris])
    await settings({ rule: 'shift' })
    expect(await responsible(server, await add({}))).toEqual([null, 'open'])
    await server.as(people[0] ?? 'nobody').call('PUT', `/api/projects/${server.project}/operators/me/status`, { status: 'shift' })
    expect((await server.own('GET', `/leads/${await add({})}`)).body.lead.responsible.account).toBe(anna)
    expect((await server.own('GET', `/leads/${await add({ user: 'BORIS@example.com' })}`)).body.lead.responsible.account).toBe(boris)
    // A client of Anna's, found by his phone, wins over who is named.
    await server.post('create_order', { phone: '79001234567' })
    const client = (await server.get('find_client_id_by_phone', { phone: '79001234567' })).body.client_id
    await server.post('assign_to_user', { client_id: client, email: 'anna@example.com' })
    const known = (await server.own('GET', `/leads/${await add({ user: 'boris@example.com', phone: '8(900)1234567' })}`)).body
    expect([known.lead.responsible.account, known.lead.status, known.known.map(({ id }: { id: number }) => id)]).toEqual([
      anna,
      'work',
      [client],
    ])
  })

  it.each([
    ['with a link where people know an address', 'https://crm.example.com/', '\n\nhttps://crm.example.com/p/1/leads?lead=1'],
    ['without one else', '', ''],
  ])('hears of it, %s', async (_, address, link) => {
    const server = await leadServer({ address })
    await server.own('PUT', '/settings/mail', {
      host: 'mail.example.com',
      port: 465,
      security: 'tls',
      user: 'a',
      from: 'a@example.com',
      password: 'x',
    })
    await server.ask({ action: 'add', title: 'Ann', phone: '79001234567', user: 'owner@example.com' })
    const { notifications } = (await server.own('GET', '/notifications')).body
    expect(notifications).toMatchObject([{ text: 'New lead #1: Ann, 79001234567', read: false }])
    const { db } = server.installation
    const mails = await db.all(db.build.selectFrom('mails').select(['recipient', 'subject', 'body']))
    const body = `Ann\n79001234567${link}`
    expect(mails).toEqual([{ recipient: 'owner@example.com', subject: 'New lead #1', body }])
  })
})

describe('what becomes of a lead', () => {
  it('an order at once, of which the bot hears', async () => {
    const server = await leadServer()
    await server.own('PUT', '/lead-settings', { coordinator: null, rule: 'none', operators: [], createOrder: true })
    await server.ask({ action: 'add', title: 'Ann', phone: '79001234567', utm_source: 'google' })
    const { lead } = (await server.own('GET', '/leads/1')).body
    expect(lead).toMatchObject({ status: 'processed', order: 1, client: { name: 'Ann' } })
    expect(await server.dialogue(lead.client.id)).toEqual(['event: new_lead_added lead_id:1', 'bot: A lead: 79001234567, 1'])
    const order = (await server.own('GET', '/orders/1')).body
    expect(order).toMatchObject({ name: 'Ann', client: { id: lead.client.id, phone: '79001234567' } })
    expect(order.variables).toMatchObject({ phone: '79001234567', utm_source: 'google', lead_id: '1' })
    await server.ask({ action: 'add', title: 'Somebody without contacts' })
    expect((await server.own('GET', '/leads/2')).body.lead).toMatchObject({ status: 'processed', order: 2 })
  })

  it('is taken, processed into client and order, closed and opened again', async () => {
    const server = await leadServer()
    for (const title of ['Ann', 'Bob']) await server.ask({ action: 'add', title, phone: title === 'Ann' ? '79001234567' : '79001230000' })
    expect((await server.own('GET', '/leads/count')).body).toEqual({ open: 2, work: 0, processed: 0, closed: 0 })
    const taken = await server.own('POST', '/leads/1/take', { revision: 1 })
    expect(taken.body).toMatchObject({ status: 'work', responsible: { name: 'Olga Owner' }, revision: 2 })
    expect((await server.own('POST', '/leads/1/take', { revision: 1 })).body.error.code).toBe('lead-changed')
    const { body } = await server.own('POST', '/leads/1/process', {
      revision: 2,
      name: 'Ann B',
      phone: '79001234567',
      order: { name: 'Cake', budget: 10, state: null },
    })
    expect(body).toMatchObject({ status: 'processed', order: 1, client: { name: 'Ann B' }, doneAt: expect.any(String) })
    expect((await server.own('GET', '/orders/1')).body).toMatchObject({ name: 'Cake', budget: 10, responsible: { name: 'Olga Owner' } })
    expect((await server.own('POST', '/leads/1/close', { revision: body.revision, result: 'spam' })).body.error.code).toBe('lead-changed')
    const closed = await server.own('POST', '/leads/2/close', { revision: 1, result: 'not-target', comment: 'Wants a boat' })
    expect(closed.body).toMatchObject({ status: 'closed', result: 'not-target', comment: 'Wants a boat' })
    expect((await server.ask({ action: 'info', id: '2' })).body.data).toMatchObject({
      status: '3',
      rezult: '4',
      rezultName: 'Не целевой',
      rezz: 'Wants a boat',
    })
    expect((await server.own('POST', '/leads/2/reopen', { revision: 2 })).body).toMatchObject({
      status: 'open',
      result: null,
      doneAt: null,
    })
    expect((await server.own('POST', '/leads/2/assign', { revision: 3, account: 1 })).body).toMatchObject({ status: 'work' })
    const found = await server.own('GET', '/leads?q=bob&status=work')
    expect([found.body.total, found.body.leads.map(({ title }: { title: string }) => title)]).toEqual([1, ['Bob']])
  })

  it('two who take it at the same time: one has it', async () => {
    const server = await leadServer()
    await server.ask({ action: 'add', title: 'Ann' })
    const answers = await Promise.all([1, 2, 3].map(() => server.own('POST', '/leads/1/take', { revision: 1 })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  it('sources are a dictionary', async () => {
    const server = await leadServer()
    await server.ask({ action: 'add', title: 'Ann', path: 'Site' })
    expect((await server.own('POST', '/lead-sources', { name: 'Site' })).body.error.code).toBe('name-taken')
    const shopSource = (await server.own('POST', '/lead-sources', { name: 'Shop' })).body
    expect((await server.own('PATCH', `/lead-sources/${shopSource.id}`, { name: 'Site' })).body.error.code).toBe('name-taken')
    expect((await server.own('PATCH', `/lead-sources/${shopSource.id}`, { name: 'Store' })).body.name).toBe('Store')
    expect(
      (await server.own('GET', '/lead-sources')).body.sources.map(({ name, leads }: { name: string; leads: number }) => [name, leads]),
    ).toEqual([
      ['Site', 1],
      ['Store', 0],
    ])
    await server.own('DELETE', '/lead-sources/1')
    expect((await server.own('GET', '/leads/1')).body.lead.source).toBeNull()
  })
})

describe('the form for other sites', () => {
  it('adds leads and nothing else', async () => {
    const server = await leadServer()
    const { formKey } = (await server.own('POST', '/lead-settings/form')).body
    const post = (key: string, fields: Record<string, string>) =>
      fetch(`${server.url}/leads/form/${key}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: 'https://foreign.example' },
      })
    const answer = await post(formKey, {
      title: 'Ann',
      phone: '8 900 123 45 67',
      site: 'https://foreign.example/',
      utm_source: 'ads',
      path: 'Landing',
    })
    expect([answer.status, await answer.json(), answer.headers.get('access-control-allow-origin')]).toEqual([200, { ok: true }, '*'])
    expect((await server.own('GET', '/leads/1')).body.lead).toMatchObject({
      title: 'Ann',
      phone: '8 900 123 45 67',
      source: { name: 'Landing' },
      utm: { source: 'ads' },
    })
    expect(await (await post(formKey, { title: 'Robot', website: 'x' })).json()).toEqual({ ok: true })
    expect((await post(formKey, { site: 'https://foreign.example/' })).status).toBe(400)
    expect((await post('wrong', { title: 'x' })).status).toBe(404)
    expect((await server.own('GET', '/leads')).body.total).toBe(1)
    expect((await server.ask({ apikey: formKey, action: 'list' })).body.error.code).toBe('400')
    const next = (await server.own('POST', '/lead-settings/form')).body.formKey
    expect([(await post(formKey, { title: 'x' })).status, (await post(next, { title: 'x' })).status]).toEqual([404, 200])
  })
})

function formOf(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
