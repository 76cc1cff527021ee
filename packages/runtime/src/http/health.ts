import { drive, settle } from '@voronka/flow/engine'
import { Router } from 'express'
import { backupState } from '../backups/scheduled-backups.ts'
import type { Settings } from '../config/settings.ts'
import type { Installation } from '../installation.ts'
import { queues } from './queues.ts'

/**
 * - `GET /health`: the version, the lengths of the queues, what the storage is able to do and how the last scheduled backup ended (reliability-promises,
 *   section 17). Always 200.
 * - `GET /health/live`: the process answers. Restart it when this does not come.
 * - `GET /health/ready`: 200 when events are taken in, else 503 with the reason. Send it no visitors meanwhile.
 */
export function healthRoute(installation: Installation, settings: Settings, version: string): Router {
  const { db } = installation
  const router = Router()
  router.use('/health', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/health', async (_req, res) => {
    const { running, waiting, overdueTimers } = await queues(installation)
    const storage = db.storage ?? 'ok'
    const backup = lastBackup(settings)
    const status = storage === 'ok' && backup !== 'failed' ? 'ok' : 'impaired'
    res.json({ status, version, storage, backup, queues: { running, waiting, overdueTimers } })
  })
  router.get('/health/live', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/health/ready', async (_req, res) => {
    const storage = await probed(installation)
    res.status(storage === 'ok' ? 200 : 503).json({ status: storage === 'ok' ? 'ok' : 'not ready', storage })
  })
  return router
}

/** `none`: not made yet, or not made by us. What went wrong is told to those who may run `voronka doctor`. */
function lastBackup({ data, backups, databaseUrl }: Settings): 'ok' | 'failed' | 'none' {
  const state = backups === 0 || databaseUrl !== '' ? undefined : backupState(data)
  return state === undefined ? 'none' : state.ok ? 'ok' : 'failed'
}

/** Whether something can be stored: where it could not last time, it is tried. */
async function probed({ db, clock }: Installation): Promise<string> {
  if ((db.storage ?? 'ok') === 'ok') return 'ok'
  if (db.storage === 'damaged') return 'damaged'
  const row = { actor: 'probe', key_hash: 'probe', content: '', answer: null, at: clock.now() }
  const table = db.build.deleteFrom('idempotent_calls').where('actor', '=', row.actor)
  try {
    await db.transaction(function* () {
      yield* settle(db.run(table))
      yield* settle(db.run(db.build.insertInto('idempotent_calls').values(row)))
      yield* settle(db.run(table))
    })
    await drive(settle(db.all(db.build.selectFrom('projects').select('id').limit(1))))
  } catch {
    // What refused it has told the state.
  }
  return db.storage ?? 'ok'
}
