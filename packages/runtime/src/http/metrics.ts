import { Router, type Request, type RequestHandler } from 'express'
import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Settings } from '../config/settings.ts'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'
import { isFromHere } from './door.ts'
import { queues, type Queues } from './queues.ts'

/**
 * `GET /metrics` for Prometheus. With a token in the settings whoever brings it as `Authorization: Bearer` is answered; without one only this machine is.
 */
export function metricsRoute(
  installation: Installation,
  { metricsToken, proxy }: Pick<Settings, 'metricsToken' | 'proxy'>,
  ...guards: RequestHandler[]
): Router {
  const metrics = metricsOf(installation)
  const router = Router()
  router.get('/metrics', ...guards, async (req, res) => {
    if (metricsToken === '' ? !isFromHere(req, proxy) : !brings(req, metricsToken)) throw failure('metrics-closed')
    res.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(await metrics.text())
  })
  return router
}

/** Compared by digest, so that the time it takes tells nothing. */
function brings({ headers }: Request, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

function metricsOf(installation: Installation) {
  const { db, worker } = installation
  const registry = new Registry()
  const registers = [registry]
  // The process: memory, processor, open files, delay of the event loop.
  collectDefaultMetrics({ register: registry })
  const turns = new Histogram({ name: 'voronka_turn_seconds', help: 'Work on a turn, without its commit.', buckets: seconds, registers })
  const said = new Counter({ name: 'voronka_messages_total', help: 'Messages stored by turns.', registers })
  worker.onTurn(({ took, messages }) => {
    if (took !== undefined) turns.observe(took / 1000)
    said.inc(messages.length)
  })
  if (db.onCommit) {
    const commits = new Histogram({ name: 'voronka_commit_seconds', help: 'Commits, with the work in them.', buckets: seconds, registers })
    db.onCommit((milliseconds) => commits.observe(milliseconds / 1000))
  }
  const gauge = (name: string, help: string) => new Gauge({ name: `voronka_${name}`, help, registers })
  const gauges: readonly (readonly [Gauge, (now: Queues) => number])[] = [
    [gauge('running', 'Events and timers that are being worked off.'), ({ running }) => running],
    [gauge('inbox_waiting', 'Events that wait in the inbox.'), ({ waiting }) => waiting],
    [gauge('inbox_age_seconds', 'How long the oldest event in the inbox has waited.'), ({ inboxAge }) => inboxAge / 1000],
    [gauge('timers_overdue', 'Planned entries whose moment has passed.'), ({ overdueTimers }) => overdueTimers],
    [gauge('deliveries_overdue', 'Messages of functions whose moment has passed.'), ({ overdueDeliveries }) => overdueDeliveries],
    [gauge('storage_ok', '1 while things can be stored.'), () => Number((db.storage ?? 'ok') === 'ok')],
  ]
  return {
    contentType: registry.contentType,
    async text() {
      const now = await queues(installation)
      for (const [each, value] of gauges) each.set(value(now))
      return registry.metrics()
    },
  }
}
