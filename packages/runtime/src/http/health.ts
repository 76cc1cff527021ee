import { drive, settle } from '@voronka/flow/engine'
import { Router } from 'express'
import type { Installation } from '../installation.ts'

/** `GET /health`: that the process answers and its database can be read, with the lengths of its queues (reliability-promises, section 17). */
export function healthRoute({ db, clock, worker }: Installation, version: string): Router {
  const router = Router()
  const waiting = db.build
    .selectFrom('inbox')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 0)
  const overdue = db.build.selectFrom('timers').select((select) => select.fn.countAll<number>().as('count'))
  router.get('/health', async (_req, res) => {
    const inbox = await drive(settle(db.first<{ count: number }>(waiting)))
    const timers = await drive(settle(db.first<{ count: number }>(overdue.where('fire_at', '<', clock.now()))))
    res.setHeader('Cache-Control', 'no-store')
    res.json({
      status: 'ok',
      version,
      queues: { running: worker.queueLength, waiting: inbox?.count ?? 0, overdueTimers: timers?.count ?? 0 },
    })
  })
  return router
}
