import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { consoleActor } from '../src/http/actor.ts'
import { createInstallation } from '../src/installation.ts'
import { cheapPasswords, signedInOwner, type TestSession } from '../test/owner.ts'
import { startServer } from '../test/server-process.ts'
import { funnel } from '../test/funnel.ts'
import type { BenchRow } from './bench-row.ts'
import { load } from './load.ts'

const people = 1000
const leads = 100_000
const runMs = 4000
const connections = 10

/**
 * What programs of others do most, over HTTP against the real server: messages, callbacks, variables in turn, for many clients; leads brought in one by one;
 * and a page out of a hundred thousand leads. A vendor of telephony is thanked while all of that goes on, with what he told before still waiting.
 */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  try {
    return await measure(folder, await prepare(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const shop = funnel({
  1: { type: 'nonstate_cond', condition: 'paid', matchType: 'exact', calculator: 'paid = paid + sum', text: 'Thanks' },
})

interface Prepared {
  readonly owner: TestSession
  readonly project: number
}

/** A project whose leads are there already: bringing them in one by one is measured apart. */
async function prepare(folder: string): Promise<Prepared> {
  const installation = createInstallation({ database: join(folder, 'voronka.db'), passwordCost: cheapPasswords })
  const owner = await signedInOwner(installation)
  const { id: project, revision } = await installation.projects.create(
    { file: shop, language: 'en' },
    { ...consoleActor, account: owner.me.account.id },
  )
  await installation.projects.publish(project, { revision, note: '' })
  const other = (await installation.projects.create({ file: shop, language: 'en' })).id
  const { db, leadsDesk } = installation
  await leadsDesk.add(other, { kind: 'console', account: null, name: '', email: '' }, blank)
  const [row] = await db.all(db.build.selectFrom('leads').selectAll().where('project_id', '=', other))
  if (!row) throw new Error('The lead is gone.')
  for (let number = 1; number <= leads; number += 1000) {
    const some = Array.from({ length: 1000 }, (_, index) => ({
      ...row,
      project_id: project,
      number: number + index,
      created_at: row.created_at + number + index,
    }))
    await db.transaction(function* () {
      void db.run(db.build.insertInto('leads').values(some))
      yield* []
    })
  }
  await db.run(db.build.insertInto('counters').values({ project_id: project, name: 'lead', value: leads }))
  await installation.close()
  return { owner, project }
}

const utm = { source: '', medium: '', campaign: '', term: '', content: '', referrer: '' }
const texts = {
  title: 'Ann',
  email: 'ann@example.com',
  phone: '',
  site: '',
  company: '',
  description: 'A cake',
  ip: '',
  city: '',
  country: '',
}
const blank = { ...texts, timezone: '', path: '', partner: '', user: '', utm }

async function measure(folder: string, { owner, project }: Prepared): Promise<BenchRow[]> {
  const server = await startServer(folder, { built: true })
  try {
    const headers = { ...owner.headers(server.url), 'content-type': 'application/json' }
    const own = async (path: string, body: object): Promise<unknown> =>
      (await fetch(`${server.url}/api/projects/${project}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    const { secret } = z
      .object({ secret: z.string() })
      .parse(await own('/public-keys', { name: 'b', permissions: ['clients.read', 'clients.write'] }))
    const { key } = z.object({ key: z.string() }).parse(await own('/lead-settings/key', {}))
    const clients = await loadClients(`${server.url}/api/${secret}`)
    const target = { port: server.port, connections, milliseconds: runMs }
    const exchange = z
      .object({ inbound: z.object({ status: z.string() }) })
      .parse(await own('/connections', { kind: 'zvonobot', fields: { apiKey: 'k', baseUrl: 'http://127.0.0.1:9/' } }))
    const health = 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    const bare = await load({ ...target, request: () => health, check: expects('"') })
    const calls = await load({ ...target, ...mixed(secret, clients) })
    const login = `login=owner%40example.com&apikey=${key}`
    let count = 0
    const add = await load({
      ...target,
      request: () => form('/developer/v1/leads', `${login}&action=add&title=Ann&phone=7900${String(1_000_000 + count++)}&path=Site`),
      check: expects('"text":"Success"'),
    })
    const list = await load({
      ...target,
      connections: 1,
      request: () => form('/developer/v1/leads', `${login}&action=list&offset=${(count += 7) % 500}`),
      check: expects('"datum"'),
    })
    const [told] = await Promise.all([
      load({
        ...target,
        connections: 2,
        request: () => json(exchange.inbound.status, endOfCall(++count)),
        check: expects('{"status":"ok"}'),
      }),
      load({ ...target, ...mixed(secret, clients) }),
    ])
    return rowsOf({ bare, calls, add, list, told })
  } finally {
    await server.end('SIGTERM')
  }
}

type Measured = Awaited<ReturnType<typeof load>>

const rowsOf = ({ bare, calls, add, list, told }: Record<'bare' | 'calls' | 'add' | 'list' | 'told', Measured>): BenchRow[] => [
  {
    name: 'project API: message, callback, save_variables, get_variables',
    figure: calls.perSecond,
    unit: 'calls/s',
    yardstick: { name: 'answers that need nothing', figure: bare.perSecond },
    ratio: calls.perSecond / bare.perSecond,
    target: '>= 1,500',
    ok: calls.perSecond >= 1500,
  },
  { name: 'their 99th percentile', figure: calls.p99, unit: 'ms', target: '< 100 ms', ok: calls.p99 < 100 },
  {
    name: 'leads API: add',
    figure: add.perSecond,
    unit: 'leads/s',
    yardstick: { name: 'answers that need nothing', figure: bare.perSecond },
    ratio: add.perSecond / bare.perSecond,
    target: '>= 1,000',
    ok: add.perSecond >= 1000,
  },
  { name: 'leads API: a page out of 100,000, 99th percentile', figure: list.p99, unit: 'ms', target: '< 50 ms', ok: list.p99 < 50 },
  {
    name: 'telephony webhook beside the project API, 99th percentile',
    figure: told.p99,
    unit: 'ms',
    yardstick: { name: 'answers that need nothing', figure: bare.p99 },
    ratio: told.p99 / bare.p99,
    target: '< 20 ms',
    ok: told.p99 < 20,
  },
]

const endOfCall = (id: number) => ({
  apiCalls: [
    { id, phone: String(79_000_000_000 + (id % 1000)), calls: [{ id, answeredAt: 1700000009, finishedAt: 1700000030, cost: '2.10' }] },
  ],
})

async function loadClients(base: string): Promise<number[]> {
  const sent = Array.from({ length: people }, (_, index) => ({ platform_id: `person-${index}`, group_id: 'shop_bot', client_type: 1 }))
  const answer = await fetch(`${base}/load_clients`, { method: 'POST', body: JSON.stringify(sent) })
  const { items } = z.object({ items: z.array(z.object({ id: z.int() })) }).parse(await answer.json())
  return items.map(({ id }) => id)
}

/** One call of each kind after the other, each for another client. */
function mixed(secret: string, clients: readonly number[]): { request(): string; check(body: string): void } {
  let count = 0
  const bodies: readonly ((client_id: number) => readonly [action: string, body: object])[] = [
    (client_id: number) => ['message', { client_id, message: 'Hello, #{name}' }],
    (client_id: number) => ['callback', { client_id, message: 'paid', sum: 5 }],
    (client_id: number) => ['save_variables', { client_id, variables: { score: count, 'client.city': 'Riga' } }],
    (client_id: number) => ['get_variables', { client_id }],
  ]
  return {
    request() {
      const [action, body] = bodies[count % bodies.length]?.(clients[Math.floor(count / bodies.length) % clients.length] ?? 0) ?? [
        'message',
        {},
      ]
      count++
      return json(`/api/${secret}/${action}`, body)
    },
    check: (body) => {
      if (!body.includes('"status":"success"') && !body.includes('"platform_id"')) throw new Error(`A call was answered with ${body}`)
    },
  }
}

const expects = (part: string) => (body: string) => {
  if (!body.includes(part)) throw new Error(`A call was answered with ${body.slice(0, 200)}`)
}

const json = (path: string, body: object): string => request(path, 'application/json', JSON.stringify(body))
const form = (path: string, body: string): string => request(path, 'application/x-www-form-urlencoded', body)
const request = (path: string, type: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
