import { drive } from '@voronka/flow/engine'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { funnel } from '../../test/funnel.ts'
import { ownerOf } from '../../test/owner.ts'
import { startServer } from '../../test/server-process.ts'
import { postgresDatabase } from '../db/postgres-database.ts'
import { openPostgres } from '../db/postgres.ts'
import { createInstallation, type Installation } from '../installation.ts'
import { systemClock } from '../worker/clocks.ts'
import { graphileJobs } from './graphile-jobs.ts'
import { postgresNotices } from './postgres-notices.ts'

/** A process is dead when it was not heard for 5 s, and who lives looks every second. The rest is for a machine that does much else. */
const takenOverMs = 15_000

const later = funnel(
  { 1: { type: 'start', condition: 'plan', matchType: 'exact', text: 'planned' }, 2: { type: 'nonstate', text: 'tick' } },
  [[1, 2, { delay: { value: 1, unit: 'seconds' } }]],
)

async function open(url: string): Promise<Installation> {
  const db = await openPostgres(url)
  const onError = (error: unknown) => console.error(error)
  const notices = postgresNotices(url, db.pool, onError)
  const jobs = await graphileJobs({ db, clock: systemClock, notices, onError })
  const installation = createInstallation({ database: db, notices, jobs, onError })
  await installation.worker.start()
  return installation
}

it('what a killed process had begun is done by another within seconds, and once', { timeout: 120_000 }, async () => {
  const database = await postgresDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'voronka-killed-'))
  await ownerOf(folder, database.url)
  const first = await open(database.url)
  const { id, revision } = await first.projects.create({ file: later, language: 'en' })
  await first.projects.publish(id, { revision, note: '' })
  const channel = (await first.projects.channels(id))[0]?.key ?? ''
  const event = { kind: 'text', text: 'plan' } as const
  await first.worker.accept({ channel, outsideId: 'm1', from: { outsideId: 'anna' }, event }, { wait: true })
  const client = (await drive(first.clients.findByOutsideId(channel, 'anna')))?.id ?? 0
  await first.close()

  // Whoever takes up the timer waits for the client, so it is killed in the middle of it.
  const [holder, onlooker] = [new pg.Client(database.url), new pg.Client(database.url)]
  await Promise.all([holder.connect(), onlooker.connect()])
  await holder.query('begin')
  await holder.query('select id from clients where id = $1 for update', [client])
  const victim = await startServer(folder, { built: true, database: database.url })
  const survivor = await (async () => {
    try {
      const begun = async () => (await onlooker.query('select 1 from graphile_worker.jobs where locked_by is not null')).rowCount
      await vi.waitUntil(async () => (await begun()) !== 0, { timeout: 40_000, interval: 100 })
      return await open(database.url)
    } finally {
      await victim.end('SIGKILL')
      await holder.query('rollback')
      await holder.end()
    }
  })()
  const killed = performance.now()
  const said = async () => (await drive(survivor.messages.latest(client, 100))).map(({ text }) => text)
  await vi.waitUntil(async () => (await said()).includes('tick'), { timeout: 40_000, interval: 50 })
  const took = Math.round(performance.now() - killed)
  console.log(`work of a killed process was done by another ${took} ms after`)
  expect(await said()).toEqual(['plan', 'planned', 'tick'])
  expect(took).toBeLessThan(takenOverMs)
  await survivor.close()
  await onlooker.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})
