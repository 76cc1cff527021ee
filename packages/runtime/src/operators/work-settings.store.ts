import { distributionSchema, workCallbacksSchema, type Distribution, type WorkCallbacks } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { readOnce } from '../db/read-once.ts'

export interface WorkSettings {
  readonly distribution: Distribution
  readonly callbacks: WorkCallbacks
}

const defaults: WorkSettings = { distribution: distributionSchema.parse({}), callbacks: workCallbacksSchema.parse({}) }

const readDistribution = readOnce((text) => distributionSchema.parse(JSON.parse(text)))
const readCallbacks = readOnce((text) => workCallbacksSchema.parse(JSON.parse(text)))

export type WorkSettingsStore = ReturnType<typeof workSettingsStore>

/** How a project distributes clients, and which of its changes reach the bot as callbacks. */
export function workSettingsStore(db: Db) {
  const find = db.prepare((build, key: { project: number }) =>
    build.selectFrom('work_settings').select(['distribution', 'callbacks']).where('project_id', '=', key.project),
  )

  function* get(project: number): Step<WorkSettings> {
    const row = yield* settle(find.first({ project }))
    if (!row) return defaults
    return { distribution: readDistribution(row.distribution), callbacks: readCallbacks(row.callbacks) }
  }

  return {
    get,

    *set(project: number, changed: Partial<WorkSettings>): Step<void> {
      const { distribution, callbacks } = { ...(yield* get(project)), ...changed }
      const fields = { distribution: JSON.stringify(distribution), callbacks: JSON.stringify(callbacks) }
      const query = db.build
        .insertInto('work_settings')
        .values({ project_id: project, ...fields, next_at: null })
        .onConflict((conflict) => conflict.column('project_id').doUpdateSet(fields))
      yield* settle(db.run(query))
    },

    /** When to look at the project again: compared and set, so that of several processes one does it. */
    *setNext(project: number, next: number | null, was?: number): Step<boolean> {
      let query = db.build.updateTable('work_settings').set({ next_at: next }).where('project_id', '=', project)
      if (was !== undefined) query = query.where('next_at', '=', was)
      return (yield* settle(db.run(query))).changes === 1
    },

    *due(until: number): Step<{ project_id: number; next_at: number | null }[]> {
      const query = db.build.selectFrom('work_settings').select(['project_id', 'next_at']).where('next_at', '<=', until).orderBy('next_at')
      return yield* settle(db.all<{ project_id: number; next_at: number | null }>(query))
    },

    *next(): Step<number | undefined> {
      const query = db.build.selectFrom('work_settings').select('next_at').where('next_at', 'is not', null).orderBy('next_at').limit(1)
      return (yield* settle(db.first<{ next_at: number | null }>(query)))?.next_at ?? undefined
    },
  }
}
