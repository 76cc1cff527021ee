import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { funnel } from '../test/funnel.ts'
import { ownerOf } from '../test/owner.ts'
import { started, startServer } from '../test/server-process.ts'
import { load, type Load } from './load.ts'

interface BenchRow {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly yardstick?: { readonly name: string; readonly figure: number }
  readonly ratio?: number
  readonly target?: string
  readonly ok?: boolean
}

/** A client may execute 200 blocks a minute, so many people share the load. */
const people = 2000
const runMs = 4000

/**
 * One turn of a conversation over HTTP - text in, condition matched, `total = price * qty + 5`, everything stored durably, reply out - against the
 * real server, beside a bare Express endpoint that does the same by hand, both in processes of their own.
 */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  try {
    const bare = await measureBare(join(folder, 'bare.db'))
    const own = await measureOwn(join(folder, 'data'))
    return own.flatMap((measured, index) => rowsOf(connectionCounts[index] ?? 0, measured, bare[index]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const connectionCounts = [1, 10, 50]

function rowsOf(connections: number, own: Load, bare: Load | undefined): BenchRow[] {
  const figure = bare?.perSecond ?? 0
  const ten = connections === 10
  return [
    {
      name: `a chat turn over HTTP, ${connections} connections`,
      figure: own.perSecond,
      unit: 'turns/s',
      yardstick: { name: 'bare Express + better-sqlite3', figure },
      ratio: own.perSecond / figure,
      ...(ten && { target: '>= 3,600', ok: own.perSecond >= 3600 }),
    },
    {
      name: `its 99th percentile, ${connections} connections`,
      figure: own.p99,
      unit: 'ms',
      yardstick: { name: 'bare', figure: bare?.p99 ?? 0 },
      ...(ten && { target: '< 20 ms', ok: own.p99 < 20 }),
    },
  ]
}

const shop = funnel(
  {
    1: { type: 'start', condition: 'buy', matchType: 'exact', calculator: 'price = 100', text: 'How many?' },
    2: { calculator: 'total = price * qty + 5', text: 'Total: #{total}' },
  },
  [
    [1, 2, { condition: '[0-9]+', matchType: 'regex', collectsData: true, variable: 'qty' }],
    [2, 2, { condition: '[0-9]+', matchType: 'regex', collectsData: true, variable: 'qty' }],
  ],
)

async function measureOwn(folder: string): Promise<Load[]> {
  const owner = await ownerOf(folder)
  const server = await startServer(folder, { built: true })
  try {
    const path = `${await publish(server.url, owner.headers(server.url))}/messages?wait=1`
    const next = turns(path)
    for (let person = 0; person < people; person++) await sayFirst(server.url + path, person)
    return await eachCount({ port: server.port, ...next })
  } finally {
    await server.end('SIGTERM')
  }
}

async function measureBare(database: string): Promise<Load[]> {
  const program = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
  const server = await started(spawn(process.execPath, ['--import', 'tsx', program, database], { stdio: ['ignore', 'pipe', 'inherit'] }))
  try {
    return await eachCount({ port: server.port, ...turns('/messages') })
  } finally {
    await server.end('SIGTERM')
  }
}

async function eachCount(target: { port: number; request(): string; check(body: string): void }): Promise<Load[]> {
  await load({ ...target, connections: 10, milliseconds: runMs / 2 })
  const loads: Load[] = []
  for (const connections of connectionCounts) loads.push(await load({ ...target, connections, milliseconds: runMs }))
  return loads
}

/** Somebody else each time, with another number. */
function turns(path: string): { request(): string; check(body: string): void } {
  let count = 0
  return {
    request() {
      const text = String((count % 50) + 1)
      const body = JSON.stringify({ visitor: visitor(count % people), id: `m${count++}`, text })
      return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    },
    check(body) {
      if (!/"text":"Total: \d+05"/.test(body)) throw new Error(`A turn was answered with ${body}`)
    },
  }
}

const visitor = (person: number): string => `visitor-number-${person}`

async function sayFirst(url: string, person: number): Promise<void> {
  const answer = await post(url, { visitor: visitor(person), id: 'first', text: 'buy' })
  if (!JSON.stringify(answer).includes('How many?')) throw new Error(`The first message was answered with ${JSON.stringify(answer)}`)
}

/** Gives the path of the chat. */
async function publish(url: string, headers: Record<string, string>): Promise<string> {
  const { id, revision } = z.object({ id: z.int(), revision: z.int() }).parse(await post(`${url}/api/projects`, { file: shop }, headers))
  await post(`${url}/api/projects/${id}/publish`, { revision }, headers)
  const answer = await (await fetch(`${url}/api/projects/${id}/channels`, { headers })).json()
  const { channels } = z.object({ channels: z.array(z.object({ path: z.string() })) }).parse(answer)
  return channels[0]?.path ?? ''
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const sent = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
