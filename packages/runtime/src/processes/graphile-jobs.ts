import { sql } from 'kysely'
import { settle } from '@voronka/flow/engine'
import { Logger, run, runMigrations, type Runner, type RunnerOptions } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool, type ClientBase } from 'pg'
import type { PostgresDb } from '../db/postgres.ts'
import type { Clock } from '../worker/contract.ts'
import type { DueJobs } from '../worker/due-jobs.ts'
import { heartbeat } from './heartbeat.ts'
import type { Notices } from './notices.ts'

/** Clients that this process looks at side by side: half of its transactions, so that live answers find room beside what is due. */
const concurrency = 4

/** A job whose moment has come is noticed so soon. */
const pollMs = 500

/** After graphile-worker gave up it is begun anew so soon. */
const againMs = 1000

/** Another process may have the job although its clock says that nothing is due yet: then it is asked for again a little later. */
const soonestMs = 20

interface GraphileOptions {
  readonly db: PostgresDb
  readonly clock: Clock
  readonly notices: Notices
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/**
 * Jobs of graphile-worker in the same database, added in the transaction that decided them. One job a client, by its key, whose moment follows what is
 * planned for him. Not a named queue a client: graphile-worker locks all free queues before it takes a job, which is made for a few of them.
 */
export async function graphileJobs({ db, clock, notices, onError }: GraphileOptions): Promise<DueJobs> {
  const pool = new Pool({ connectionString: db.url, max: 4, application_name: 'voronka jobs', keepAlive: true })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const options: RunnerOptions = {
    pgPool: pool,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    useNodeTime: true,
    logger: quiet,
  }
  await runMigrations(options).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })

  const add = db.prepare((_build, job: { client: number; moment: number; key: string | null }) => ({
    compile: () =>
      sql`select graphile_worker.add_job('client', json_build_object('client', ${job.client}::bigint), run_at := to_timestamp(${job.moment}::float8 / 1000), job_key := ${job.key}::text) is null as added`.compile(
        db.build,
      ),
  }))
  const earliest = db.prepare((_build, key: { client: number }) => ({
    compile: () =>
      sql<{
        moment: number | null
      }>`select least((select min(fire_at) from timers where client_id = ${key.client}), (select min(fire_at) from deliveries where client_id = ${key.client})) as moment`.compile(
        db.build,
      ),
  }))
  let runner: Runner | undefined
  let beating: { stop(): Promise<void> } | undefined
  let running: Promise<void> | undefined
  let stopped = false
  /** What jobs of this process are locked by: the pool that took them. */
  let id = ''
  const events = new EventEmitter()
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => (id = workerPool.id))

  /** Should graphile-worker give up, it is begun anew, under another name: without it nothing that is due would be done here any more. */
  async function goOn(begin: () => Promise<Runner>): Promise<void> {
    while (!stopped) {
      try {
        await runner?.promise
        if (stopped) return
      } catch (error) {
        onError(error, { what: 'jobs' })
      }
      await pause(againMs, undefined, { ref: false })
      if (stopped) return
      runner = await begin().catch((error: unknown) => {
        onError(error, { what: 'jobs' })
        return undefined
      })
    }
  }

  return {
    *plan(client) {
      const row = yield* settle(earliest.first({ client }))
      if (row?.moment == null) return
      yield* settle(add.run({ client, moment: Math.max(row.moment, clock.now() + soonestMs), key: `client:${client}` }))
    },
    *ask(client, moment) {
      yield* settle(add.run({ client, moment, key: null }))
    },
    async start(work, takenOver) {
      const look = async (payload: unknown) => work(clientOf(payload))
      const begin = () => run({ ...options, events, taskList: { client: look } })
      runner = await begin()
      running = goOn(begin)
      beating = heartbeat(db, { id: () => id, notices, onError, takenOver })
    },
    async stop() {
      stopped = true
      // One that has given up cannot be stopped once more.
      await runner?.stop().catch(() => undefined)
      await running
      await beating?.stop()
      await pool.end()
    },
  }
}

/** Makes the tables of jobs, where they are missing. */
export const prepareJobs = (url: string): Promise<void> => runMigrations({ connectionString: url, maxPoolSize: 1, logger: quiet })

/** Asks for everybody for whom something is planned: after rows came that no turn of this database planned. */
export async function planEverything(client: ClientBase): Promise<void> {
  await client.query(`select graphile_worker.add_job('client', json_build_object('client', client_id), run_at := to_timestamp(moment / 1000.0), job_key := 'client:' || client_id)
    from (select client_id, min(fire_at) as moment from (select client_id, fire_at from timers union all select client_id, fire_at from deliveries) as planned group by client_id) as earliest`)
}

const clientOf = (payload: unknown): number =>
  Number(typeof payload === 'object' && payload !== null && 'client' in payload ? payload.client : NaN)

/** What fails is told by the work itself. */
const quiet = new Logger(() => () => undefined)
