import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from './contract.ts'
import { LostRace } from './lost-race.ts'

export type Numbers = ReturnType<typeof numbersOf>

/**
 * Numbers that people see: unique in their project and given in order, by what they count (`order`, `state`, `list`, `task`, ...). Each count is a row, which holds
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
    /** That number if it was never given, as in a file that is brought in; else the next one. */
    *takeLike(project: number, name: string, wanted: number): Step<number> {
      const held = (yield* settle(take.first({ project, name, count: 0 })))?.value ?? 0
      const row = yield* settle(take.first({ project, name, count: Math.max(1, wanted - held) }))
      if (!row) throw new Error('A counter gave no number.')
      return row.value
    },
    /** The number that will be given next, if nobody else is quicker. */
    *next(project: number, name: string): Step<number> {
      // Who was too slow before keeps the count from the beginning.
      if (db.lost(raceFor(project, name))) yield* settle(take.first({ project, name, count: 0 }))
      return ((yield* settle(last.first({ project, name })))?.value ?? 0) + 1
    },
    /** Keeps the next number for this transaction, which has told it already; when somebody else was quicker, the transaction is run again. */
    *hold(project: number, name: string, told: number): Step<void> {
      if (!db.can.shared) return
      const row = yield* settle(take.first({ project, name, count: 0 }))
      if ((row?.value ?? 0) + 1 !== told) throw new LostRace(raceFor(project, name))
    },
  }
}

const raceFor = (project: number, name: string): string => `the next ${name} of project ${project}`
