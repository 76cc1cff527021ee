import type { PaymentState } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type PaymentRow = Selectable<Schema['payments']>

export interface PaymentFilter {
  readonly order?: number | undefined
  readonly client?: number | undefined
  readonly state?: PaymentState | undefined
  /** Moments [from, until). */
  readonly from?: number | undefined
  readonly until?: number | undefined
}

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

    /** Those of real people, the latest first, with the names of the clients. Without a number before which they come: the latest of all. */
    *list(
      project: number,
      filter: PaymentFilter,
      before: number | undefined,
      limit: number,
    ): Step<(PaymentRow & { client_name: string })[]> {
      let query = db.build
        .selectFrom('payments')
        .innerJoin('clients', 'clients.id', 'payments.client_id')
        .selectAll('payments')
        .select('clients.name as client_name')
        .where(among(project, filter))
      if (before !== undefined) query = query.where('payments.number', '<', before)
      return yield* settle(db.all<PaymentRow & { client_name: string }>(query.orderBy('payments.number', 'desc').limit(limit)))
    },

    /** What all of those come to, in hundredths. */
    *sums(project: number, filter: PaymentFilter): Step<{ state: PaymentState; currency: string; count: number; sum: number }[]> {
      const query = db.build
        .selectFrom('payments')
        .select(({ fn }) => ['state', 'currency', fn.countAll<number>().as('count'), fn.sum<number>('sum').as('sum')])
        .where(among(project, filter))
        .groupBy(['state', 'currency'])
        .orderBy('currency')
        .orderBy('state')
      const rows = yield* settle(db.all<{ state: PaymentState; currency: string; count: number; sum: number }>(query))
      return rows.map((row) => ({ ...row, count: Number(row.count), sum: Number(row.sum) }))
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

const among =
  (project: number, { order, client, state, from, until }: PaymentFilter) =>
  ({ eb, and }: ExpressionBuilder<Schema, 'payments'>) =>
    and([
      eb('payments.project_id', '=', project),
      eb('payments.test', '=', 0),
      ...(order === undefined ? [] : [eb('payments.order_number', '=', order)]),
      ...(client === undefined ? [] : [eb('payments.client_id', '=', client)]),
      ...(state === undefined ? [] : [eb('payments.state', '=', state)]),
      ...(from === undefined ? [] : [eb('payments.created_at', '>=', from)]),
      ...(until === undefined ? [] : [eb('payments.created_at', '<', until)]),
    ])
