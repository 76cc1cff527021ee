import { orderSettingsSchema, type OrderSettings } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export type OrderSettingsStore = ReturnType<typeof orderSettingsStore>

/** What a project that has set nothing does: new orders are seen in the first state, and nothing is told or sent to anybody. */
export const defaultOrderSettings: OrderSettings = {
  acceptLeads: true,
  callbacks: { pipelines: [], states: [], system: false, responsible: false, removed: false },
  requests: { notify: true, emails: [] },
}

export function orderSettingsStore(db: Db) {
  const byProject = db.prepare((build, key: { project: number }) =>
    build.selectFrom('order_settings').select('document').where('project_id', '=', key.project),
  )

  function* read(project: number): Step<OrderSettings> {
    const row = yield* settle(byProject.first({ project }))
    return row ? orderSettingsSchema.parse(JSON.parse(row.document)) : defaultOrderSettings
  }

  return {
    read,
    *change(project: number, fields: Partial<OrderSettings>): Step<OrderSettings> {
      const settings = { ...(yield* read(project)), ...fields }
      const document = JSON.stringify(settings)
      yield* settle(
        db.run(
          db.build
            .insertInto('order_settings')
            .values({ project_id: project, document })
            .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ document })),
        ),
      )
      return settings
    },
  }
}
