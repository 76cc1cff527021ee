import type { Call } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { isoMoment, isoOrNull } from '../clients/iso-moment.ts'
import type { Db } from '../db/contract.ts'
import type { CallRow } from './calls.store.ts'
import { digitsOf } from './hear-of-call.ts'

/** Calls of one project as people read them, with the names of clients and employees. */
export function* showCalls(db: Db, project: number, rows: readonly CallRow[]): Step<Call[]> {
  const ids = (of: (row: CallRow) => number | null) => [...new Set(rows.flatMap((row) => of(row) ?? []))]
  const [clientIds, accountIds] = [ids(({ client_id }) => client_id), ids(({ operator_id }) => operator_id)]
  const clients = clientIds.length
    ? yield* settle(
        db.all<{ client_id: number; name: string; test: number }>(
          db.build.selectFrom('dialogues').select(['client_id', 'name', 'test']).where('client_id', 'in', clientIds),
        ),
      )
    : []
  const employees = accountIds.length
    ? yield* settle(
        db.all<{ id: number; name: string; email: string; own: string | null }>(
          db.build
            .selectFrom('accounts')
            .leftJoin('members', (join) => join.onRef('members.account_id', '=', 'accounts.id').on('members.project_id', '=', project))
            .select(['accounts.id', 'accounts.name', 'accounts.email', 'members.name as own'])
            .where('accounts.id', 'in', accountIds),
        ),
      )
    : []
  return rows.map((row) => {
    const client = clients.find(({ client_id }) => client_id === row.client_id)
    const employee = employees.find(({ id }) => id === row.operator_id)
    return {
      number: row.number,
      provider: row.provider,
      providerCallId: row.provider_call_id,
      direction: row.direction,
      client: client ? { id: client.client_id, name: client.name, test: client.test === 1 } : null,
      order: row.order_id,
      employee: employee ? { account: employee.id, name: employee.own || employee.name || employee.email } : null,
      from: row.number_from,
      to: row.number_to,
      record: row.record_id,
      payload: row.payload,
      outcome: row.outcome,
      status: row.status,
      error: row.error,
      digits: digitsOf(row),
      cost: row.cost,
      seconds: row.duration_sec,
      answeredAt: isoOrNull(row.answered_at),
      finishedAt: isoOrNull(row.finished_at),
      createdAt: isoMoment(row.created_at),
    }
  })
}
