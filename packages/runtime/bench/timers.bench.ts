import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { makeDue, plantTimers, reminded, type Planted } from '../test/pending-timers.ts'
import { builtProgram, startServer, type ServerProcess } from '../test/server-process.ts'
import type { BenchRow } from './bench-row.ts'
import { load, type Load } from './load.ts'
import { memoryOf } from './memory-of.ts'

/** A tenth of what is promised, at the same pace; `BENCH_FULL=1` for all of it. */
const share = process.env['BENCH_FULL'] ? 1 : 0.1
const people = 100_000 * share
const each = 10
const withinMs = 60_000 * share

/** The server is up before the first is due. */
const headStartMs = 10_000

/**
 * A million pending entries in a data folder: how long a start takes with them and what it holds in memory; a hundred thousand of them due within one minute,
 * while people write; and as many that fell due while nobody ran.
 */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-timers-'))
  const file = join(folder, 'voronka.db')
  builtProgram()
  try {
    const planted = await plantTimers(file, people, each)
    return [...(await starts(folder)), ...(await onTime(folder, file, planted)), ...(await afterwards(folder, file, planted))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const many = (count: number): string => count.toLocaleString('en')

async function starts(folder: string): Promise<BenchRow[]> {
  const begin = performance.now()
  const server = await startServer(folder, { built: true })
  const tookMs = performance.now() - begin
  const memory = await memoryOf(server.url)
  await server.end('SIGTERM')
  return [
    { name: `start with ${many(people * each)} pending entries`, figure: tookMs, unit: 'ms', target: '< 3000 ms', ok: tookMs < 3000 },
    { name: 'memory then', figure: memory, unit: 'MB', target: '< 300 MB', ok: memory < 300 },
  ]
}

async function onTime(folder: string, file: string, planted: Planted): Promise<BenchRow[]> {
  const from = Date.now() + headStartMs
  makeDue(file, planted, { pending: 1, people, from, within: withinMs })
  const server = await startServer(folder, { built: true })
  try {
    await sleep(from - Date.now())
    const written = write(server, planted, withinMs)
    const lastMs = (await whenDone(server, from + withinMs)) - from
    const { p99 } = await written
    const { count, people: reached, late } = reminded(file)
    const whole = count === people && reached === people && late === 0
    return [
      {
        name: `${many(people)} entries due within ${withinMs / 1000} s, the last came after`,
        figure: lastMs / 1000,
        unit: 's',
        target: `<= ${withinMs / 1000 + 1} s, each once, none late`,
        ok: whole && lastMs <= withinMs + 1000,
      },
      { name: 'live turns meanwhile, 99th percentile', figure: p99, unit: 'ms', target: '< 200 ms', ok: p99 < 200 },
    ]
  } finally {
    await server.end('SIGTERM')
  }
}

/** What fell due while nobody ran, each a little after the one before. */
async function afterwards(folder: string, file: string, planted: Planted): Promise<BenchRow[]> {
  const before = reminded(file).last
  makeDue(file, planted, { pending: 2, people, from: Date.now() - 3_600_000, within: 1_800_000 })
  const begin = performance.now()
  const server = await startServer(folder, { built: true })
  try {
    await whenDone(server, 0)
    const tookMs = performance.now() - begin
    const { count, people: reached, inOrder, late } = reminded(file, before)
    return [
      {
        name: `${many(people)} late ones after a start`,
        figure: (1000 * count) / tookMs,
        unit: 'a second',
        target: 'each once, in order, marked late',
        ok: count === people && reached === people && inOrder && late === people,
      },
    ]
  } finally {
    await server.end('SIGTERM')
  }
}

/** A hundred people who write now and then. */
function write({ port }: ServerProcess, { channel }: Planted, milliseconds: number): Promise<Load> {
  let count = 0
  return load({
    port,
    connections: 20,
    milliseconds,
    pauseMs: 100,
    request() {
      const body = JSON.stringify({ visitor: `somebody-${count % 100}`, id: `m${count++}`, text: 'hello' })
      return `POST /chat/${channel}/messages?wait=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    },
    check(body) {
      if (!body.includes('heard hello')) throw new Error(`A turn was answered with ${body}`)
    },
  })
}

const health = z.object({ queues: z.object({ running: z.number(), overdueTimers: z.number() }) })

/** The moment at which nothing was overdue any more, looked for from the given one on. */
async function whenDone({ url }: ServerProcess, from: number): Promise<number> {
  await sleep(Math.max(0, from - Date.now()))
  for (;;) {
    const { queues } = health.parse(await (await fetch(`${url}/health`)).json())
    if (queues.overdueTimers === 0 && Date.now() >= from) return Date.now()
    await sleep(100)
  }
}
