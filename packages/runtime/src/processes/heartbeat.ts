import { settle } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { PostgresDb } from '../db/postgres.ts'
import type { Notices } from './notices.ts'

const beatMs = 1000

/** A process that was not heard for so long is dead; should it wake up, the locks of rows keep it from writing over what others did since. */
const deadMs = 5000

interface HeartbeatOptions {
  /** What the jobs of this process are locked by. Under another name than before, what it left under the old one is taken over like that of a dead process. */
  id(): string
  readonly notices: Notices
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
  takenOver(): void
}

/**
 * Says every second that this process is alive, by the clock of the database, and looks whether another has died: its jobs are unlocked, which otherwise
 * takes hours, and whatever it may not have told any more is looked for.
 */
export function heartbeat({ build, run, all, transaction, pool }: PostgresDb, { id, notices, onError, takenOver }: HeartbeatOptions) {
  const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
  let stopped = false
  let beating = Promise.resolve()

  const alive = () =>
    build
      .insertInto('processes')
      .values({ id: id(), started_at: now, seen_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: now }))
  const dead = build
    .deleteFrom('processes')
    .where('seen_at', '<', sql<number>`${now} - ${sql.lit(deadMs)}`)
    .returning('id')

  async function beat(): Promise<void> {
    try {
      await run(alive())
      // Unlocked in the same transaction: who dies in between leaves the row to the next.
      const ids = await transaction(function* () {
        const found = (yield* settle(all<{ id: string }>(dead))).map((row) => row.id)
        if (found.length)
          yield* settle(run({ compile: () => sql`select graphile_worker.force_unlock_workers(${found}::text[])`.compile(build) }))
        return found
      })
      if (!ids.length || stopped) return
      notices.missed()
      takenOver()
    } catch (error) {
      onError(error, { what: 'heartbeat' })
    }
  }

  const timer = setInterval(() => (beating = beating.then(beat)), beatMs).unref()
  beating = beat()
  return {
    async stop(): Promise<void> {
      stopped = true
      clearInterval(timer)
      await beating
      await pool.query('delete from processes where id = $1', [id()]).catch((error: unknown) => onError(error, { what: 'heartbeat' }))
    },
  }
}
