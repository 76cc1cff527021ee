import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownerOf } from '../test/owner.ts'
import { startPostgres } from '../test/postgres-server.ts'
import { builtProgram, startServer, type ServerProcess } from '../test/server-process.ts'
import type { BenchRow } from './bench-row.ts'
import { everybodyStarts, publishShop, turns } from './chat.ts'
import { load } from './load.ts'
import { median } from './median.ts'

const runMs = 2000
const rounds = 3
const connections = 40
const counts = [1, 2, 4]
/** Enough for 1,500 turns a second; each begins with a turn of his own, and these are slow on a busy machine. */
const people = 500

/** Two processes reach so many times what one does, where there are cores for them, the database and whoever asks. */
const target = 1.5

/**
 * Durable chat turns over HTTP with one, two and four processes on one PostgreSQL that waits for its disk. The numbers of processes take turns, and what is
 * told is the median: how many cores are free for them decides what more processes bring.
 */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  const postgres = await startPostgres({ durable: true })
  const servers: ServerProcess[] = []
  try {
    const database = await postgres.fresh()
    builtProgram()
    const owner = await ownerOf(folder, database)
    for (let count = 0; count < Math.max(...counts); count++) servers.push(await startServer(folder, { built: true, database }))
    const [first] = servers
    if (!first) throw new Error('No server was started.')
    const path = await publishShop(first.url, owner.headers(first.url))
    await everybodyStarts(first.url + path, people)
    return rowsOf(await measured(servers, path))
  } finally {
    await Promise.all(servers.map((server) => server.end('SIGTERM')))
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Turns a second with so many processes at once, by their number. */
async function measured(servers: readonly ServerProcess[], path: string): Promise<ReadonlyMap<number, readonly number[]>> {
  const target = turns(path, people)
  const reached = new Map<number, number[]>(counts.map((count) => [count, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const count of counts) {
      const some = servers.slice(0, count)
      const loads = some.map(({ port }) => load({ ...target, port, connections: connections / count, milliseconds: runMs }))
      const sum = (await Promise.all(loads)).reduce((all, { perSecond }) => all + perSecond, 0)
      // The first round warms up.
      if (round > 0) reached.get(count)?.push(sum)
    }
  }
  return reached
}

function rowsOf(reached: ReadonlyMap<number, readonly number[]>): BenchRow[] {
  const one = median(reached.get(1) ?? [])
  return [...reached].map(([count, figures]) => {
    const figure = median(figures)
    return {
      name: `a chat turn on PostgreSQL, ${count} ${count === 1 ? 'process' : 'processes'}, ${connections} connections`,
      figure,
      unit: 'turns/s',
      ...(count > 1 && { yardstick: { name: 'one process', figure: one }, ratio: figure / one }),
      ...(count === 2 && { target: `ratio >= ${target} where the cores allow` }),
    }
  })
}
