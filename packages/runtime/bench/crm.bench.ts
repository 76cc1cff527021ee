import { getBoard, livePath } from '@voronka/api'
import { boardOf, caller, chatOf, functions, size, withCrm, type Call } from './crm-project.ts'
import { load } from './load.ts'

const rounds = 15
const warmUp = 30

/**
 * The CRM of a project with 100,000 clients and 100,000 orders, 10,000 of them in one column: the real server over HTTP, medians. Beside them stands
 * what an answer takes that needs nothing (`/health`), since the machine may be busy with other things.
 */
export default () => withCrm(({ url, port }, owner) => measure({ url, port }, owner.headers(url)))

interface Target {
  readonly url: string
  readonly port: number
}

async function measure({ url, port }: Target, headers: Record<string, string>): Promise<BenchRow[]> {
  const call = caller(url, headers)
  const at = '/api/projects/1'
  const { pipeline, one, two } = await boardOf(at, call)
  const board = `${at}/pipelines/${pipeline}/board`
  const health = await median(() => call('GET', '/health'))
  const yardstick = { name: 'an answer that needs nothing', figure: health }
  const within = (name: string, figure: number, most: number) => ({
    name,
    figure,
    unit: 'ms',
    yardstick,
    ratio: figure / health,
    target: `< ${most.toLocaleString('en')} ms`,
    ok: figure < most,
  })

  const rows: BenchRow[] = [within('the board: all columns, counts and sums', await median(() => call('GET', board)), 1000)]
  const { columns } = getBoard.output.parse(await call('GET', board))
  const next = columns[0]?.next ?? ''
  rows.push(
    within(
      'the next cards of a column',
      await median(() => call('GET', `${at}/pipelines/${pipeline}/column?state=${one}&after=${encodeURIComponent(next)}`)),
      200,
    ),
  )
  rows.push(within('a filtered board', await median(() => call('GET', `${board}?search=bouquet%2099&budgetFrom=100`)), 1000))

  let order = 0
  const move = () => call('POST', `${at}/orders/${++order}/move`, { from: { state: one }, to: { state: two } })
  rows.push(within('a move', await median(move), 50))
  rows.push(within('a move seen on another page', await seen(`${url}${livePath.replace(':projectId', '1')}`, headers, move), 1000))

  rows.push(...(await inbox(`${at}/clients`, call, within)))
  rows.push(await orderFunctions(await chatOf(at, call), url))
  rows.push(...(await broadcast(at, call, { url, port }, await chatOf(at, call))))
  return rows
}

type Within = (name: string, figure: number, most: number) => BenchRow
interface BenchRow {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly yardstick?: { readonly name: string; readonly figure: number }
  readonly ratio?: number
  readonly target?: string
  readonly ok?: boolean
}

const questions = {
  'all of them': '',
  'who waits': 'tab=waiting',
  unread: 'tab=unread',
  free: 'tab=free',
  'of one person': 'responsible=1',
  'with a label': 'label=1',
  'in a list': 'list=1',
  'a variable': 'variable=city&value=tver',
  'a common name': 'q=anna',
  'two names': 'q=anna%20smith',
  'a phone': 'q=79160055555',
  'a word that all wrote': 'q=delivery',
  'a word that few wrote': 'q=roses',
  'a word of one': 'q=code77777',
  'a word of nobody': 'q=tulips',
  'a few letters': 'q=co',
  'a word among those who wait': 'tab=waiting&q=delivery',
} as const

/** Any filter or search. */
async function inbox(path: string, call: Call, within: Within): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [what, query] of Object.entries(questions))
    rows.push(within(`inbox: ${what}`, await median(() => call('GET', `${path}?${query}`)), 200))
  rows.push(within('inbox: figures of the tabs', await median(() => call('GET', `${path}-counts`)), 200))
  return rows
}

async function orderFunctions(chat: string, url: string): Promise<BenchRow> {
  let count = 0
  const say = (text: string) => async () => {
    const body = JSON.stringify({ visitor: 'who-orders', id: `m${count++}`, text })
    const answer = await fetch(`${url}${chat}/messages?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    if (!(await answer.text()).includes('Done')) throw new Error(`The turn was answered with ${answer.status}.`)
  }
  // A server that has run for a while: its first turns are slower, whatever is in them.
  for (let round = 0; round < warmUp; round++) for (const text of ['plain', 'orders']) await say(text)()
  const plain = await median(say('plain'))
  const each = Math.max(0, (await median(say('orders'))) - plain) / functions.length
  return { name: 'an order function in a turn', figure: each, unit: 'ms', target: '< 1 ms', ok: each < 1 }
}

/** To everybody; while it is being queued and sent, visitors go on talking. */
async function broadcast(at: string, call: Call, { port }: Target, chat: string): Promise<BenchRow[]> {
  const { number } = Object(await call('POST', `${at}/broadcasts`, { content: { kind: 'text', text: 'Sale' }, pace: 100 }))
  let talks = 0
  const live = load({
    port,
    connections: 2,
    milliseconds: 10_000,
    request() {
      const body = JSON.stringify({ visitor: `talker-${talks % 200}`, id: `t${talks++}`, text: 'plain' })
      return `POST ${chat}/messages?wait=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    },
    check(body) {
      if (!body.includes('"text":"Done"') && !body.includes('"replies":[]')) throw new Error(`A turn was answered with ${body}`)
    },
  })
  const start = performance.now()
  await call('POST', `${at}/broadcasts/${number}/start`, {})
  let total = 0
  while (total < size.clients) ({ total } = Object(await call('GET', `${at}/broadcasts/${number}`)))
  const queued = (performance.now() - start) / 1000
  const { p99 } = await live
  return [
    {
      name: `a broadcast to ${size.clients.toLocaleString('en')} clients is queued`,
      figure: queued,
      unit: 's',
      target: '< 30 s',
      ok: queued < 30,
    },
    { name: 'answers in conversations meanwhile, 99th percentile', figure: p99, unit: 'ms', target: '< 200 ms', ok: p99 < 200 },
  ]
}

/** Milliseconds from a move until a page that is open elsewhere is told. */
async function seen(address: string, headers: Record<string, string>, move: () => Promise<unknown>): Promise<number> {
  const stop = new AbortController()
  const stream = await fetch(address, { headers, signal: stop.signal })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('There are no live events.')
  const told = async () => {
    for (;;) if (String((await reader.read()).value).includes('order-changed')) return
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await Promise.all([told(), move()])
    times.push(performance.now() - start)
  }
  stop.abort()
  return middle(times)
}

/** Of some rounds, after one that warms up. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return middle(times)
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
