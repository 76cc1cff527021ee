import type { Retention } from '@voronka/api'
import { settle } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { keptMs } from '../http/idempotency.ts'
import type { Clock } from '../worker/contract.ts'
import type { ErrorReport } from '../worker/event-turn.ts'
import { allOldRows, type OldRow, type OldRows } from './clear.ts'
import { retentionStore } from './retention.store.ts'

const dayMs = 86_400_000
const everyMs = 3_600_000

export interface Sweeper {
  /** Clears up once. */
  sweep(): Promise<void>
  /** Clears up at once and then every hour. */
  start(): void
  /** Ends after the step that runs. */
  stop(): Promise<void>
}

/**
 * Removes what projects no longer want to keep, in small steps that come after everything that people wait for (reliability-promises, P12.4). Rows are
 * looked at in the order in which they came; what is before the first that may go one day is not looked at again.
 */
export function createSweeper({ db, clock }: { db: Db; clock: Clock }, onError: ErrorReport): Sweeper {
  const store = retentionStore(db)
  /** By kind of row: nothing up to this number may ever go, as long as nobody changes his settings. */
  const begin = new Map<OldRows, { readonly after: number; readonly settings: string }>()
  let callOff = (): void => undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  async function sweep(old: OldRows, projects: ReadonlyMap<number, Retention>): Promise<void> {
    const settings = JSON.stringify([...projects].map(([id, kept]) => [id, kept[old.name]]))
    if ([...projects.values()].every((kept) => kept[old.name] === null)) return
    const known = begin.get(old)
    let after: number | undefined = known?.settings === settings ? known.after : 0
    let keeps: number | undefined
    let at = after ?? 0
    while (after !== undefined && !stopped) {
      const from: number = after
      at = from
      const { rows, next } = await db.transaction(() => old.look(db, from), 'later')
      const [gone, stay] = parted(rows, old.name, projects, clock.now())
      if (gone.length) await db.transaction(() => old.remove(db, gone), 'later')
      if (stay !== undefined) keeps ??= stay - 1
      after = next
      // Rows come in order of time: where a whole step holds nothing old, nothing after it is.
      if (!gone.length && rows.length && rows.every(({ project }) => projects.get(project)?.[old.name] !== null)) break
    }
    if (!stopped) begin.set(old, { after: keeps ?? at, settings })
  }

  async function all(): Promise<void> {
    try {
      const projects = await db.transaction(() => store.all(), 'later')
      for (const old of allOldRows) if (!stopped) await sweep(old, projects)
      const calls = db.build.deleteFrom('idempotent_calls').where('at', '<=', clock.now() - keptMs)
      if (!stopped) await db.transaction(() => settle(db.run(calls)), 'later')
    } catch (error) {
      onError(error, { what: 'clearing up' })
    }
  }

  async function round(): Promise<void> {
    await all()
    if (!stopped) callOff = clock.at(clock.now() + everyMs, begun)
  }

  const begun = (): void => {
    running = round()
  }

  return {
    sweep: all,
    start: begun,
    async stop() {
      stopped = true
      callOff()
      await running
    },
  }
}

/** Numbers of the rows that go, and of the first one that may go later. */
function parted(
  rows: readonly OldRow[],
  name: keyof Retention,
  projects: ReadonlyMap<number, Retention>,
  now: number,
): [gone: number[], stay: number | undefined] {
  const days = ({ project }: OldRow) => projects.get(project)?.[name] ?? null
  const gone = rows.filter((row) => row.at < now - (days(row) ?? Infinity) * dayMs)
  const going = new Set(gone)
  return [gone.map(({ id }) => id), rows.find((row) => days(row) !== null && !going.has(row))?.id]
}
