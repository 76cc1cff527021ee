import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'

export interface StoppedRow {
  readonly phone: string
  readonly by_whom: 'digit' | 'person'
  readonly name: string
  readonly added_at: number
}

export type StoppedNumbers = ReturnType<typeof stoppedNumbers>

/** Numbers that are not called (telephony, section 4). */
export function stoppedNumbers(db: Db) {
  const ofProject = (project: number, digits: string) => {
    const query = db.build.selectFrom('stopped_numbers').where('project_id', '=', project)
    return digits === '' ? query : query.where('phone', 'like', `%${digits}%`)
  }

  function* find(project: number, phone: string): Step<StoppedRow | undefined> {
    const query = db.build.selectFrom('stopped_numbers').selectAll().where('project_id', '=', project).where('phone', '=', phone)
    return yield* settle(db.first<StoppedRow>(query))
  }

  return {
    find,

    /** One that is there already stays as it is. */
    *add(project: number, row: StoppedRow): Step<void> {
      const query = db.build.insertInto('stopped_numbers').values({ project_id: project, ...row })
      yield* settle(db.run(query.onConflict((conflict) => conflict.columns(['project_id', 'phone']).doNothing())))
    },

    /** False: it was not there. */
    *remove(project: number, phone: string): Step<boolean> {
      const query = db.build.deleteFrom('stopped_numbers').where('project_id', '=', project).where('phone', '=', phone)
      return (yield* settle(db.run(query))).changes === 1
    },

    /** The newest first; those after one of the answer before. */
    *page(project: number, digits: string, after: StoppedRow | undefined, limit: number): Step<StoppedRow[]> {
      let query = ofProject(project, digits).selectAll()
      if (after)
        query = query.where(({ eb, or, and }) =>
          or([eb('added_at', '<', after.added_at), and([eb('added_at', '=', after.added_at), eb('phone', '<', after.phone)])]),
        )
      return yield* settle(db.all<StoppedRow>(query.orderBy('added_at', 'desc').orderBy('phone', 'desc').limit(limit)))
    },

    *total(project: number, digits: string): Step<number> {
      const query = ofProject(project, digits).select(sql<number>`count(*)`.as('count'))
      return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
    },
  }
}
