import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

/** CRM callbacks that one client may be sent within a minute (crm-and-tasks, section 7): a block that moves an order may be started by that very move. */
const mostPerMinute = 10
const minuteMs = 60_000

export function callbackRate(db: Db) {
  return {
    /** Counts it, unless it is one too many. */
    *allows(client: number, now: number): Step<boolean> {
      const query = db.build.selectFrom('crm_callbacks').select(['since', 'sent']).where('client_id', '=', client)
      const row = yield* settle(db.first<{ since: number; sent: number }>(query))
      const running = row && now - row.since < minuteMs && now >= row.since ? row : { since: now, sent: 0 }
      if (running.sent >= mostPerMinute) return false
      const values = { since: running.since, sent: running.sent + 1 }
      yield* settle(
        db.run(
          db.build
            .insertInto('crm_callbacks')
            .values({ client_id: client, ...values })
            .onConflict((conflict) => conflict.column('client_id').doUpdateSet(values)),
        ),
      )
      return true
    },
  }
}
