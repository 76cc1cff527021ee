import { settle, type Effect, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

type LogEffect = Omit<Extract<Effect, { type: 'log' }>, 'type'>

const minuteMs = 60_000

export interface ProjectLog {
  /** Writes an entry; the same once more within a minute is counted, not repeated (reliability-promises, P5.4). */
  write(project: number, client: number | null, entry: LogEffect, now: number): Step<void>
}

export function createProjectLog(db: Db): ProjectLog {
  return {
    *write(project, client, { level, code, block = null, arrow = null, facts }, now) {
      const same = yield* settle(
        db.first<{ id: number; count: number }>(
          db.build
            .selectFrom('log')
            .select(['id', 'count'])
            .where('project_id', '=', project)
            .where('code', '=', code)
            .where('block', 'is', block)
            .where('arrow', 'is', arrow)
            .where('at', '>', now - minuteMs)
            .orderBy('id', 'desc')
            .limit(1),
        ),
      )
      const query = same
        ? db.build
            .updateTable('log')
            .set({ count: same.count + 1 })
            .where('id', '=', same.id)
        : db.build
            .insertInto('log')
            .values({ project_id: project, at: now, level, code, client_id: client, block, arrow, facts: JSON.stringify(facts), count: 1 })
      yield* settle(db.run(query))
    },
  }
}
