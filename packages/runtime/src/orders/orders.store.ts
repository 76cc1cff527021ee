import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import { followOrder } from '../booking/follow-order.ts'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import { LostRace } from '../db/lost-race.ts'
import type { Schema } from '../db/schema.ts'

export type OrderRow = Selectable<Schema['orders']>
export type HistoryRow = Selectable<Schema['order_history']>

export type OrdersStore = ReturnType<typeof ordersStore>

/** The rows of orders and of their history. Every change is made against the revision that was read. */
export function ordersStore(db: Db) {
  const byNumber = db.prepare((build, key: { project: number; number: number }) =>
    forUpdate(db, build.selectFrom('orders').selectAll().where('project_id', '=', key.project).where('number', '=', key.number)),
  )
  const ofClient = db.prepare((build, key: { client: number }) =>
    build
      .selectFrom('orders')
      .select(['number', 'client_id', 'status', 'pipeline_id', 'state_id', 'created_at'])
      .where('client_id', '=', key.client)
      .where('deleted_at', 'is', null)
      .orderBy('number'),
  )
  const saveVariables = db.prepare((build, row: { project: number; number: number; variables: string; now: number }) =>
    build
      .updateTable('orders')
      .set(({ eb, ref }) => ({ variables: row.variables, changed_at: row.now, revision: eb(ref('revision'), '+', 1) }))
      .where('project_id', '=', row.project)
      .where('number', '=', row.number)
      .where('deleted_at', 'is', null)
      .returning(['revision', 'status', 'state_id', 'budget', 'test']),
  )
  const countInState = db.prepare((build, key: { project: number; state: number; test: number }) =>
    build
      .selectFrom('orders')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('project_id', '=', key.project)
      .where('status', '=', 'active')
      .where('state_id', '=', key.state)
      .where('test', '=', key.test)
      .where('deleted_at', 'is', null),
  )

  return {
    /** Locked until the end of the transaction. Deleted ones only when asked for. */
    *find(project: number, number: number, { deleted = false } = {}): Step<OrderRow | undefined> {
      const row = yield* settle(byNumber.first({ project, number }))
      return row && (row.deleted_at === null || deleted) ? row : undefined
    },
    ofClient: (client: number) => settle(ofClient.all({ client })),
    saveVariables: (project: number, number: number, variables: string, now: number) =>
      settle(saveVariables.first({ project, number, variables, now })),
    *countInState(project: number, state: number, test: number): Step<number> {
      return Number((yield* settle(countInState.first({ project, state, test })))?.count ?? 0)
    },
    *insert(row: OrderRow): Step<void> {
      yield* settle(db.run(db.build.insertInto('orders').values(row)))
    },
    /** Gives the row as it is then. */
    *update(row: OrderRow, fields: Partial<OrderRow>): Step<OrderRow> {
      const changed = { ...row, ...fields, revision: row.revision + 1 }
      const { changes } = yield* settle(
        db.run(
          db.build
            .updateTable('orders')
            .set({ ...fields, revision: changed.revision })
            .where('project_id', '=', row.project_id)
            .where('number', '=', row.number)
            .where('revision', '=', row.revision),
        ),
      )
      if (changes !== 1) throw new LostRace(`order ${row.number}`)
      if (changed.status !== row.status || changed.deleted_at !== row.deleted_at) yield* followOrder(db, changed)
      return changed
    },
    *note(entry: Omit<HistoryRow, 'id'>): Step<void> {
      yield* settle(db.run(db.build.insertInto('order_history').values(entry)))
    },
  }
}
