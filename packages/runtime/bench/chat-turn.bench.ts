import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownerOf } from '../test/owner.ts'
import { builtProgram, started, startServer, type ServerProcess } from '../test/server-process.ts'
import type { BenchRow } from './bench-row.ts'
import { everybodyStarts, publishShop, turns } from './chat.ts'
import { load, type Load, type Target } from './load.ts'
import { median } from './median.ts'
import { memoryOf } from './memory-of.ts'

const runMs = 1500
const rounds = 3

/** `npm run bench` takes any number of connections; these have targets. */
const targets = new Map([
  [10, { ratio: 0.5, p99: 10 }],
  [50, { ratio: 0.5, p99: undefined }],
])

const mostMemory = 150
const longestColdStartMs = 1500

/**
 * One turn of a conversation over HTTP - text in, condition matched, `total = price * qty + 5`, everything stored durably, reply out - against the
 * real server, beside a bare Express endpoint that does the same by hand, both in processes of their own. They take turns under load, and what is told
 * is the median of the rounds: on a busy machine a figure alone says little, the ratio still does.
 */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  const data = join(folder, 'data')
  const owner = await ownerOf(data)
  const bare = await startBare(join(folder, 'bare.db'))
  builtProgram()
  const begin = performance.now()
  const server = await startServer(data, { built: true })
  const coldStartMs = performance.now() - begin
  try {
    const own = await prepared(server, owner.headers(server.url))
    const yardstick = { port: bare.port, ...turns('/messages') }
    for (const each of [own, yardstick]) await load({ ...each, connections: 10, milliseconds: runMs })
    const rows: BenchRow[] = []
    for (const connections of [1, 10, 50]) rows.push(...rowsOf(connections, ...(await compared(connections, own, yardstick))))
    return [...rows, ...standing(await memoryOf(server.url), coldStartMs)]
  } finally {
    await Promise.all([server.end('SIGTERM'), bare.end('SIGTERM')])
    rmSync(folder, { recursive: true })
  }
}

/** What each of two reaches at that many connections, one after the other, several times. */
async function compared(connections: number, own: Target, yardstick: Target): Promise<[own: Load, yardstick: Load]> {
  const loads: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    loads[0].push(await load({ ...own, connections, milliseconds: runMs }))
    loads[1].push(await load({ ...yardstick, connections, milliseconds: runMs }))
  }
  return [medianOf(loads[0]), medianOf(loads[1])]
}

const medianOf = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  p99: median(loads.map(({ p99 }) => p99)),
})

function rowsOf(connections: number, own: Load, bare: Load): BenchRow[] {
  const target = targets.get(connections)
  const ratio = own.perSecond / bare.perSecond
  return [
    {
      name: `a chat turn over HTTP, ${connections} connections`,
      figure: own.perSecond,
      unit: 'turns/s',
      yardstick: { name: 'bare Express + better-sqlite3', figure: bare.perSecond },
      ratio,
      ...(target && { target: `ratio >= ${target.ratio}`, ok: ratio >= target.ratio }),
    },
    {
      name: `its 99th percentile, ${connections} connections`,
      figure: own.p99,
      unit: 'ms',
      yardstick: { name: 'bare', figure: bare.p99 },
      ...(target?.p99 && { target: `< ${target.p99} ms`, ok: own.p99 < target.p99 }),
    },
  ]
}

const standing = (memory: number, coldStartMs: number): BenchRow[] => [
  { name: 'memory after it', figure: memory, unit: 'MB', target: `< ${mostMemory} MB`, ok: memory < mostMemory },
  {
    name: 'from cold to ready, a new installation',
    figure: coldStartMs,
    unit: 'ms',
    target: `< ${longestColdStartMs} ms`,
    ok: coldStartMs < longestColdStartMs,
  },
]

async function prepared(server: ServerProcess, headers: Record<string, string>): Promise<Target> {
  const path = await publishShop(server.url, headers)
  await everybodyStarts(server.url + path)
  return { port: server.port, ...turns(path) }
}

function startBare(database: string): Promise<ServerProcess> {
  const program = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
  return started(spawn(process.execPath, ['--import', 'tsx', program, database], { stdio: ['ignore', 'pipe', 'inherit'] }))
}
