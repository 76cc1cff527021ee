import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from './contract.ts'

export type Numbers = ReturnType<typeof numbersOf>

/**
 * Numbers that people see: unique in their project and given in order, by what they count (`order`, `state`, ...). Each count is a row, which holds
 * whoever else wants the next one until the transaction ends: no two processes give the same number.
 */
export function numbersOf(db: Db) {
  const take = db.prepare((build, key: { project: number; name: string; count: number }) =>
    build
      .insertInto('counters')
      .values({ project_id: key.project, name: key.name, value: key.count })
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'name'])
          .doUpdateSet(({ eb, ref }) => ({ value: eb(ref('counters.value'), '+', ref('excluded.value')) })),
      )
      .returning('value'),
  )
  const last = db.prepare((build, key: { project: number; name: string }) =>
    build.selectFrom('counters').select('value').where('project_id', '=', key.project).where('name', '=', key.name),
  )
  return {
    *take(project: number, name: string): Step<number> {
      const row = yield* settle(take.first({ project, name, count: 1 }))
      if (!row) throw new Error('A counter gave no number.')
      return row.value
    },
    /** The number that will be given next, if nobody else is quicker. */
    *next(project: number, name: string): Step<number> {
      return ((yield* settle(last.first({ project, name })))?.value ?? 0) + 1
    },
  }
}
