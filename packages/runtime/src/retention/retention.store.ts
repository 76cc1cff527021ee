import { standardRetention, type Retention } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export type RetentionStore = ReturnType<typeof retentionStore>

/** How long each project keeps what it stores; one that never said so keeps it as long as is standard. */
export function retentionStore(db: Db) {
  const columns = ['messages', 'traces', 'inbox', 'log'] as const
  return {
    *of(project: number): Step<Retention> {
      const query = db.build.selectFrom('retention').select(columns).where('project_id', '=', project)
      return (yield* settle(db.first<Retention>(query))) ?? standardRetention
    },
    *set(project: number, { messages, traces, inbox, log }: Retention): Step<void> {
      const values = { messages, traces, inbox, log }
      yield* settle(
        db.run(
          db.build
            .insertInto('retention')
            .values({ project_id: project, ...values })
            .onConflict((conflict) => conflict.column('project_id').doUpdateSet(values)),
        ),
      )
    },
    /** Of every project, by its number. */
    *all(): Step<Map<number, Retention>> {
      const query = db.build
        .selectFrom('projects')
        .leftJoin('retention', 'retention.project_id', 'projects.id')
        .select(['projects.id', 'retention.messages', 'retention.traces', 'retention.inbox', 'retention.log'])
        .orderBy('projects.id')
      const rows = yield* settle(
        db.all<{ id: number; messages: number | null; traces: number | null; inbox: number | null; log: number | null }>(query),
      )
      // The inbox column is empty only where there is no row.
      return new Map(rows.map(({ id, inbox, ...rest }) => [id, inbox === null ? standardRetention : { ...rest, inbox }]))
    },
  }
}
