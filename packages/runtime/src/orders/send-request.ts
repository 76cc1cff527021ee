import type { RequestTarget } from '@voronka/api'
import { toText, type Dict } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Db } from '../db/contract.ts'
import type { OrderRow } from './orders.store.ts'

interface FormedRequest {
  readonly project: number
  readonly row: OrderRow
  readonly client: ClientRow
  readonly variables: Dict
  readonly requests: RequestTarget
  readonly now: number
}

/** Puts the request of a closed deal where the project wants it, in the turn's own transaction: what is committed will be sent. */
export function* queueRequest(db: Db, { project, row, client, variables, requests, now }: FormedRequest): Step<void> {
  const subject = `${row.name || client.name || 'Request'} #${row.number}`
  const lines = [
    `#${row.number}${row.name && ` ${row.name}`}`,
    ...(row.description ? [row.description] : []),
    ...(row.budget === null ? [] : [String(row.budget)]),
    `${client.name} (${client.id})`,
    '',
    ...Array.from(variables, ([name, value]) => `${name}: ${toText(value)}`),
  ]
  for (const recipient of requests.emails) {
    const mail = {
      project_id: project,
      recipient,
      subject,
      body: lines.join('\n'),
      created_at: now,
      due_at: now,
      attempts: 0,
      failed: null,
    }
    yield* settle(db.run(db.build.insertInto('mails').values(mail)))
  }
}
