import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Numbers } from '../db/numbers.ts'

export interface Named {
  readonly id: number
  readonly name: string
  readonly leads: number
}

export type LeadNames = ReturnType<typeof leadNames>

/** The two dictionaries of leads: where they come from, and partners whose sites they may name. A name is unique in its project. */
export function leadNames(db: Db, numbers: Numbers) {
  const { build } = db
  const sourceByName = db.prepare((build, key: { project: number; name: string }) =>
    build.selectFrom('lead_sources').select('number').where('project_id', '=', key.project).where('name', '=', key.name),
  )
  const partnerBySite = db.prepare((build, key: { project: number; site: string }) =>
    build.selectFrom('lead_partners').select('number').where('project_id', '=', key.project).where('site', '=', key.site),
  )

  function* findSource(project: number, name: string): Step<number | undefined> {
    return (yield* settle(sourceByName.first({ project, name })))?.number
  }

  /** Undefined: there is one of that name. */
  function* addSource(project: number, name: string): Step<number | undefined> {
    const number = yield* numbers.take(project, 'lead-source')
    const query = build.insertInto('lead_sources').values({ project_id: project, number, name })
    const { changes } = yield* settle(db.run(query.onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())))
    return changes === 1 ? number : undefined
  }

  function* counts(project: number, column: 'source' | 'partner'): Step<ReadonlyMap<number, number>> {
    const query = build
      .selectFrom('leads')
      .select([column, sql<number>`count(*)`.as('count')])
      .where('project_id', '=', project)
      .where(column, 'is not', null)
      .groupBy(column)
    const rows = yield* settle(db.all<{ source?: number; partner?: number; count: number }>(query))
    return new Map(rows.map((row) => [row[column] ?? 0, Number(row.count)]))
  }

  return {
    findSource,
    addSource,

    /** Made when nobody knows it yet. */
    *source(project: number, name: string): Step<number | null> {
      if (name === '') return null
      return (yield* findSource(project, name)) ?? (yield* addSource(project, name)) ?? (yield* findSource(project, name)) ?? null
    },

    *sources(project: number): Step<Named[]> {
      const query = build.selectFrom('lead_sources').select(['number', 'name']).where('project_id', '=', project)
      const rows = yield* settle(db.all<{ number: number; name: string }>(query.orderBy('name').orderBy('number')))
      const used = yield* counts(project, 'source')
      return rows.map(({ number, name }) => ({ id: number, name, leads: used.get(number) ?? 0 }))
    },

    /** False: another one has that name. */
    *renameSource(project: number, number: number, name: string): Step<boolean> {
      const other = yield* findSource(project, name)
      if (other !== undefined && other !== number) return false
      const query = build.updateTable('lead_sources').set({ name }).where('project_id', '=', project).where('number', '=', number)
      yield* settle(db.run(query))
      return true
    },

    *removeSource(project: number, number: number): Step<boolean> {
      yield* settle(db.run(build.updateTable('leads').set({ source: null }).where('project_id', '=', project).where('source', '=', number)))
      const query = build.deleteFrom('lead_sources').where('project_id', '=', project).where('number', '=', number)
      return (yield* settle(db.run(query))).changes === 1
    },

    *partner(project: number, site: string): Step<number | null> {
      if (site === '') return null
      return (yield* settle(partnerBySite.first({ project, site })))?.number ?? null
    },

    *partners(project: number): Step<Named[]> {
      const query = build.selectFrom('lead_partners').select(['number', 'site']).where('project_id', '=', project)
      const rows = yield* settle(db.all<{ number: number; site: string }>(query.orderBy('site')))
      const used = yield* counts(project, 'partner')
      return rows.map(({ number, site }) => ({ id: number, name: site, leads: used.get(number) ?? 0 }))
    },

    *addPartner(project: number, site: string): Step<number | undefined> {
      const number = yield* numbers.take(project, 'lead-partner')
      const query = build.insertInto('lead_partners').values({ project_id: project, number, site })
      const { changes } = yield* settle(db.run(query.onConflict((conflict) => conflict.columns(['project_id', 'site']).doNothing())))
      return changes === 1 ? number : undefined
    },

    *removePartner(project: number, number: number): Step<boolean> {
      yield* settle(
        db.run(build.updateTable('leads').set({ partner: null }).where('project_id', '=', project).where('partner', '=', number)),
      )
      const query = build.deleteFrom('lead_partners').where('project_id', '=', project).where('number', '=', number)
      return (yield* settle(db.run(query))).changes === 1
    },
  }
}

/** A site as it is compared: without scheme, `www.` and what follows the host. */
export const siteKey = (site: string): string =>
  site
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '')
