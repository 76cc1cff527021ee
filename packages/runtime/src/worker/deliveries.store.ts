import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export interface Delivery {
  readonly id: number
  readonly project: number
  readonly client: number
  readonly text: string
  readonly block: number | null
  readonly fireAt: number
}

export type DeliveriesStore = ReturnType<typeof deliveriesStore>

/** Messages that functions addressed to clients, until their moment comes. */
export function deliveriesStore(db: Db) {
  return {
    *add(delivery: Omit<Delivery, 'id'>): Step<void> {
      const { project, client, text, block, fireAt } = delivery
      yield* settle(
        db.run(db.build.insertInto('deliveries').values({ project_id: project, client_id: client, text, block, fire_at: fireAt })),
      )
    },
    *due(until: number, limit: number): Step<Delivery[]> {
      const query = db.build
        .selectFrom('deliveries')
        .selectAll()
        .where('fire_at', '<=', until)
        .orderBy('fire_at')
        .orderBy('id')
        .limit(limit)
      const rows = yield* settle(
        db.all<{ id: number; project_id: number; client_id: number; text: string; block: number | null; fire_at: number }>(query),
      )
      return rows.map((row) => ({
        id: row.id,
        project: row.project_id,
        client: row.client_id,
        text: row.text,
        block: row.block,
        fireAt: row.fire_at,
      }))
    },
    /** Takes it out; false when somebody else did. */
    *take(id: number): Step<boolean> {
      return (yield* settle(db.run(db.build.deleteFrom('deliveries').where('id', '=', id)))).changes === 1
    },
    /** A test person's clock was moved forward by so much. */
    *shift(client: number, milliseconds: number): Step<void> {
      yield* settle(
        db.run(
          db.build
            .updateTable('deliveries')
            .set(({ eb, ref }) => ({ fire_at: eb(ref('fire_at'), '-', milliseconds) }))
            .where('client_id', '=', client),
        ),
      )
    },
    *next(): Step<number | undefined> {
      const row = yield* settle(
        db.first<{ fire_at: number }>(db.build.selectFrom('deliveries').select('fire_at').orderBy('fire_at').limit(1)),
      )
      return row?.fire_at
    },
  }
}
