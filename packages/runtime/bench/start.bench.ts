import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plantTimers } from '../test/pending-timers.ts'
import { builtProgram, startServer } from '../test/server-process.ts'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

/** A tenth of what is promised; `BENCH_FULL=1` for all of it. */
const bytes = process.env['BENCH_FULL'] ? 1_000_000_000 : 100_000_000
const starts = 3
const mostMs = 2000
const mostAfterKillMs = 5000

/** From the start of the process to the first answer, with a database full of turns: after a stop, and after SIGKILL in the middle of work. */
export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-start-'))
  const empty = mkdtempSync(join(tmpdir(), 'voronka-start-'))
  const file = join(folder, 'voronka.db')
  builtProgram()
  try {
    await plantTimers(file, 10_000, 1)
    fill(file)
    const size = Math.round(statSync(file).size / 1_000_000)
    const bare = await startsAfter(empty, 'SIGTERM')
    const row = (name: string, figure: number, most: number): BenchRow => ({
      name,
      figure,
      unit: 'ms',
      yardstick: { name: 'with an empty database', figure: bare },
      ratio: figure / bare,
      target: `< ${most} ms`,
      ok: figure < most,
    })
    const [afterStop, afterKill] = [await startsAfter(folder, 'SIGTERM'), await startsAfter(folder, 'SIGKILL')]
    return [
      row(`start to ready with a database of ${size} MB`, afterStop, mostMs),
      row('the same after SIGKILL', afterKill, mostAfterKillMs),
    ]
  } finally {
    for (const each of [folder, empty]) rmSync(each, { recursive: true })
  }
}

async function startsAfter(folder: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<number> {
  const times: number[] = []
  for (let start = 0; start <= starts; start++) {
    const begin = performance.now()
    const server = await startServer(folder, { built: true })
    await fetch(`${server.url}/health/ready`)
    // What the first start meets was left by something else.
    if (start > 0) times.push(performance.now() - begin)
    await server.end(signal)
  }
  return median(times)
}

/** Turns as the program stores them, copied until the file has its size. */
function fill(file: string): void {
  const db = new Database(file)
  const columns = db.prepare<[], string>("select name from pragma_table_info('turns') where name <> 'id'").pluck().all().join(', ')
  const copy = db.prepare(
    `insert into turns (${columns}) select ${columns} from turns, (with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000) select i from n) where turns.id = (select min(id) from turns)`,
  )
  while (statSync(file).size < bytes) {
    copy.run()
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  db.close()
}
