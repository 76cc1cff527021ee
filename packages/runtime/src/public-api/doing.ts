import type { LiveEvent } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { Doing } from '../orders/order-book.ts'
import type { PublicCall } from './action.ts'

/** More live events than this at once, and the pages are told to load their boards again. */
const mostEvents = 20

/** Does something to orders or clients in one transaction, as this program; what it caused is told and worked off after the commit. */
export async function act<T>(call: PublicCall, work: (doing: Doing) => Step<T>): Promise<T> {
  const { installation, project, key } = call
  const begin = (): Doing => ({
    project,
    now: installation.clock.now(),
    by: { kind: 'program', account: null, name: key.name, block: null },
    called: new Set(),
    events: [],
    mails: new Set(),
  })
  // On a shared database the work may be run anew: what the last run left counts.
  let doing = begin()
  const answer = await installation.db.transaction(() => work((doing = begin())))
  tell(call, doing.events)
  for (const client of doing.called) installation.worker.drain(client)
  if (doing.mails.size) void installation.mailer.look()
  return answer
}

function tell({ installation: { live }, project }: PublicCall, events: readonly LiveEvent[]): void {
  if (events.length <= mostEvents) for (const event of events) live.publish(project, event)
  else live.publish(project, { type: 'orders-changed', orders: events.flatMap((event) => ('order' in event ? [event.order] : [])) })
}
