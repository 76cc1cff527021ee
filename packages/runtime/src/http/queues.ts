import { drive, settle } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Installation } from '../installation.ts'
import { inboxStates } from '../worker/inbox.store.ts'

export interface Queues {
  /** Events and timers that are being worked off now. */
  readonly running: number
  /** Events that wait in the inbox, and how long the oldest has waited, milliseconds. */
  readonly waiting: number
  readonly inboxAge: number
  readonly overdueTimers: number
  readonly overdueDeliveries: number
}

/** What waits in the installation at this moment. Indexes answer all of it. */
export async function queues({ db, clock, worker }: Installation): Promise<Queues> {
  const { build } = db
  const now = clock.now()
  const inbox = build
    .selectFrom('inbox')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('received_at').as('oldest')])
    // Written out, so that the partial index serves.
    .where('state', '=', sql.lit(inboxStates.waiting))
  const due = (table: 'timers' | 'deliveries') =>
    build
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('fire_at', '<', now)
  const waiting = await drive(settle(db.first<{ count: number; oldest: number | null }>(inbox)))
  const timers = await drive(settle(db.first<{ count: number }>(due('timers'))))
  const deliveries = await drive(settle(db.first<{ count: number }>(due('deliveries'))))
  return {
    running: worker.queueLength,
    waiting: waiting?.count ?? 0,
    inboxAge: Math.max(0, now - (waiting?.oldest ?? now)),
    overdueTimers: timers?.count ?? 0,
    overdueDeliveries: deliveries?.count ?? 0,
  }
}
