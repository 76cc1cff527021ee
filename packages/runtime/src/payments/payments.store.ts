import type { PaymentState } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type PaymentRow = Selectable<Schema['payments']>

export type PaymentsStore = ReturnType<typeof paymentsStore>

export function paymentsStore(db: Db) {
  const all = () => db.build.selectFrom('payments').selectAll()
  return {
    *insert(row: PaymentRow): Step<void> {
      yield* settle(db.run(db.build.insertInto('payments').values(row)))
    },

    *find(project: number, number: number): Step<PaymentRow | undefined> {
      return yield* settle(db.first<PaymentRow>(all().where('project_id', '=', project).where('number', '=', number)))
    },

    *byToken(token: string): Step<PaymentRow | undefined> {
      return yield* settle(db.first<PaymentRow>(all().where('token', '=', token)))
    },

    *ofOrder(project: number, order: number): Step<PaymentRow[]> {
      const query = all().where('project_id', '=', project).where('order_number', '=', order).orderBy('number')
      return yield* settle(db.all<PaymentRow>(query))
    },

    /** Those of real people, the latest first, with the names of the clients. */
    *list(
      project: number,
      {
        order,
        client,
        state,
        before,
        size,
      }: { [Name in 'order' | 'client' | 'before']?: number | undefined } & { state?: PaymentState | undefined; size: number },
    ): Step<(PaymentRow & { client_name: string })[]> {
      let query = db.build
        .selectFrom('payments')
        .innerJoin('clients', 'clients.id', 'payments.client_id')
        .selectAll('payments')
        .select('clients.name as client_name')
        .where('payments.project_id', '=', project)
        .where('payments.test', '=', 0)
      if (order !== undefined) query = query.where('payments.order_number', '=', order)
      if (client !== undefined) query = query.where('payments.client_id', '=', client)
      if (state !== undefined) query = query.where('payments.state', '=', state)
      if (before !== undefined) query = query.where('payments.number', '<', before)
      return yield* settle(db.all<PaymentRow & { client_name: string }>(query.orderBy('payments.number', 'desc').limit(size)))
    },

    /** False: it is no longer in the state in which it was read. */
    *change(
      row: PaymentRow,
      fields: Partial<Pick<PaymentRow, 'state' | 'outside_id' | 'trouble'>> & { changed_at: number },
    ): Step<boolean> {
      const query = db.build
        .updateTable('payments')
        .set(fields)
        .where('project_id', '=', row.project_id)
        .where('number', '=', row.number)
        .where('state', '=', row.state)
        .returning('number')
      return (yield* settle(db.first<{ number: number }>(query))) !== undefined
    },
  }
}
