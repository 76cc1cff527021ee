import { sql } from 'kysely'
import { settle, type Step } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import type { WorkContext } from './context.ts'
import { inboxStates } from './inbox.store.ts'
import type { AskedOfOthers } from './clients-port.ts'

/** "Loop protection: at most 10 CRM callbacks per client per minute" (crm-and-tasks, section 7). */
const mostInMinute = 10
const minuteMs = 60_000

/** Puts a callback of the CRM into a client's dialogue, to be heard after what runs now. One too many within a minute is dropped. */
export function* workCallback(context: WorkContext, client: number, text: string, asked: Pick<AskedOfOthers, 'called'>): Step<void> {
  const row = yield* context.clients.find(client)
  if (!row || (yield* recent(context, client)) >= mostInMinute) return
  const event = { kind: 'callback', text, pressed: false } as const
  const arrival = { channel: row.channel, outsideId: `crm:${randomUUID()}`, client, event, now: context.clock.now() }
  yield* context.inbox.add(arrival, inboxStates.waiting)
  asked.called.add(client)
}

/** Those that wait, and the system lines of the last minute. */
function* recent({ db, clock }: WorkContext, client: number): Step<number> {
  const waiting = yield* settle(
    db.first<{ count: number }>(
      db.build
        .selectFrom('inbox')
        .select(sql<number>`count(*)`.as('count'))
        .where('client_id', '=', client)
        .where('state', '=', sql.lit(inboxStates.waiting)),
    ),
  )
  const latest = yield* settle(
    db.all<{ author: string; at: number }>(
      db.build
        .selectFrom('messages')
        .select(['author', 'at'])
        .where('client_id', '=', client)
        .orderBy('id', 'desc')
        .limit(5 * mostInMinute),
    ),
  )
  return Number(waiting?.count ?? 0) + latest.filter(({ author, at }) => author === 'event' && at > clock.now() - minuteMs).length
}
