import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from './contract.ts'

export type Numbered = 'list' | 'label' | 'task' | 'column' | 'reply' | 'broadcast'

/** The next number of that kind in the project: counted up in the transaction that uses it, and never given again. */
export function* nextNumber(db: Db, project: number, kind: Numbered, atLeast = 0): Step<number> {
  const query = db.build
    .insertInto('work_numbers')
    .values({ project_id: project, kind, last: Math.max(atLeast, 1) })
    .onConflict((conflict) => conflict.columns(['project_id', 'kind']).doUpdateSet(({ eb }) => ({ last: eb('work_numbers.last', '+', 1) })))
    .returning('last')
  const row = yield* settle(db.first<{ last: number }>(query))
  if (!row) throw new Error('A number was counted up and did not come back.')
  return row.last
}
