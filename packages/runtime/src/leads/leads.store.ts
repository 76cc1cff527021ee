import { settle, type Step } from '@voronka/flow/engine'
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import type { Schema } from '../db/schema.ts'

export type LeadRow = Selectable<Schema['leads']>

/** As the leads API numbers them (leads-api, section 2). */
export const leadStatus = { open: 0, work: 1, processed: 2, closed: 3 } as const
export const leadResult = { spam: 1, duplicate: 2, other: 3, 'not-target': 4 } as const

export interface LeadFilter {
  readonly statuses?: readonly number[] | undefined
  /** Moments [from, until). */
  readonly from?: number | undefined
  readonly until?: number | undefined
  /** Number of an account; null: nobody. */
  readonly responsible?: number | null | undefined
  readonly source?: number | undefined
  readonly q?: string | undefined
}

/** Columns by which the leads API sorts. */
export const sortable = {
  id: 'number',
  datum: 'created_at',
  datum_do: 'done_at',
  status: 'status',
  title: 'title',
  email: 'email',
  phone: 'phone',
  company: 'company',
  city: 'city',
  country: 'country',
  user: 'responsible',
} as const

export type LeadsStore = ReturnType<typeof leadsStore>

/** The rows of leads. Every change is made against the revision that was read. */
export function leadsStore(db: Db) {
  const { build } = db
  const insert = db.prepare((build, row: LeadRow) => build.insertInto('leads').values(columnsOf(row)))
  const byNumber = db.prepare((build, key: { project: number; number: number }) =>
    forUpdate(db, build.selectFrom('leads').selectAll().where('project_id', '=', key.project).where('number', '=', key.number)),
  )
  const latestOf = db.prepare((build, key: { project: number; responsible: number }) =>
    build
      .selectFrom('leads')
      .select('number')
      .where('project_id', '=', key.project)
      .where('responsible', '=', key.responsible)
      .orderBy('created_at', 'desc')
      .orderBy('number', 'desc')
      .limit(1),
  )

  const ofContact = (column: 'phone' | 'email') =>
    db.prepare((build, key: { project: number; value: string }) =>
      build
        .selectFrom('dialogues')
        .select(['client_id', 'responsible'])
        .where('project_id', '=', key.project)
        .where(column, '=', key.value)
        // Written out, so that the partial index serves.
        .where(column, '<>', sql.lit(''))
        .where('test', '=', sql.lit(0))
        .where('responsible', 'is not', null)
        .orderBy('client_id')
        .limit(1),
    )
  const [ofPhone, ofEmail] = [ofContact('phone'), ofContact('email')]

  function* total(project: number, filter: LeadFilter): Step<number> {
    const all = build.selectFrom('leads').select(sql<number>`count(*)`.as('count'))
    return Number((yield* settle(db.first<{ count: number }>(narrowed(all, project, filter))))?.count ?? 0)
  }

  return {
    total,

    insert: (row: LeadRow) => settle(insert.run(row)),

    /** Locked until the end of the transaction. */
    find: (project: number, number: number) => settle(byNumber.first({ project, number })),

    /** Number of the latest lead that somebody was given; 0: none. */
    *latestOf(project: number, responsible: number): Step<number> {
      return (yield* settle(latestOf.first({ project, responsible })))?.number ?? 0
    },

    /** Of the oldest client with that phone or e-mail who has somebody. */
    *responsibleOfClient(project: number, { phone, email }: { phone: string; email: string }): Step<number | undefined> {
      const found = [
        ...(phone === '' ? [] : yield* settle(ofPhone.all({ project, value: phone }))),
        ...(email === '' ? [] : yield* settle(ofEmail.all({ project, value: email }))),
      ]
      return found.toSorted((a, b) => a.client_id - b.client_id)[0]?.responsible ?? undefined
    },

    /** Gives the row as it is then; undefined: somebody else was faster. */
    *change(row: LeadRow, fields: Partial<LeadRow>): Step<LeadRow | undefined> {
      const changed = { ...row, ...fields, revision: row.revision + 1 }
      const query = build
        .updateTable('leads')
        .set({ ...fields, revision: changed.revision })
        .where('project_id', '=', row.project_id)
        .where('number', '=', row.number)
        .where('revision', '=', row.revision)
      return (yield* settle(db.run(query))).changes === 1 ? changed : undefined
    },

    /** The newest of those before a number. */
    *page(project: number, filter: LeadFilter, before: number | undefined, limit: number): Step<LeadRow[]> {
      let query = narrowed(build.selectFrom('leads').selectAll(), project, filter)
      if (before !== undefined) query = query.where('number', '<', before)
      return yield* settle(db.all<LeadRow>(query.orderBy('number', 'desc').limit(limit)))
    },

    /** In any order, from a place on: numbers first, so that rows which are not shown are not read. */
    *sorted(
      project: number,
      filter: LeadFilter,
      { by, ascending, offset, limit }: { by: keyof typeof sortable; ascending: boolean; offset: number; limit: number },
    ): Step<LeadRow[]> {
      const direction = ascending ? 'asc' : 'desc'
      const column = sortable[by]
      const numbers = narrowed(build.selectFrom('leads').select('number'), project, filter)
        .orderBy(column, direction)
        .$if(column !== 'number', (query) => query.orderBy('number', direction))
        .limit(limit)
        .offset(offset)
      const wanted = (yield* settle(db.all<{ number: number }>(numbers))).map(({ number }) => number)
      if (!wanted.length) return []
      const query = build.selectFrom('leads').selectAll().where('project_id', '=', project).where('number', 'in', wanted)
      const rows = new Map((yield* settle(db.all<LeadRow>(query))).map((row) => [row.number, row]))
      return wanted.flatMap((number) => rows.get(number) ?? [])
    },

    *counts(project: number): Step<ReadonlyMap<number, number>> {
      const query = build
        .selectFrom('leads')
        .select(['status', sql<number>`count(*)`.as('count')])
        .where('project_id', '=', project)
        .groupBy('status')
      const rows = yield* settle(db.all<{ status: number; count: number }>(query))
      return new Map(rows.map(({ status, count }) => [status, Number(count)]))
    },

    /** Leads of a month by who is responsible: those that came in it and are not done, and those that were done in it. */
    *statistics(project: number, from: number, until: number): Step<ReadonlyMap<number, { open: number; processed: number }>> {
      const count = (done: boolean) => {
        const query = build
          .selectFrom('leads')
          .select(['responsible', sql<number>`count(*)`.as('count')])
          .where('project_id', '=', project)
          .where('responsible', 'is not', null)
          .where('status', 'in', done ? [leadStatus.processed, leadStatus.closed] : [leadStatus.open, leadStatus.work])
        const moment = done ? 'done_at' : 'created_at'
        return settle(
          db.all<{ responsible: number | null; count: number }>(
            query.where(moment, '>=', from).where(moment, '<', until).groupBy('responsible'),
          ),
        )
      }
      const found = new Map<number, { open: number; processed: number }>()
      for (const { responsible, count: open } of yield* count(false)) found.set(responsible ?? 0, { open: Number(open), processed: 0 })
      for (const { responsible, count: processed } of yield* count(true)) {
        found.set(responsible ?? 0, { open: found.get(responsible ?? 0)?.open ?? 0, processed: Number(processed) })
      }
      return found
    },
  }
}

function narrowed<Row>(all: SelectQueryBuilder<Schema, 'leads', Row>, project: number, filter: LeadFilter) {
  const { statuses, from, until, responsible, source, q } = filter
  let query = all.where('project_id', '=', project)
  if (statuses) query = query.where('status', 'in', statuses.length ? statuses : [-1])
  if (from !== undefined) query = query.where('created_at', '>=', from)
  if (until !== undefined) query = query.where('created_at', '<', until)
  if (responsible !== undefined) {
    query = responsible === null ? query.where('responsible', 'is', null) : query.where('responsible', '=', responsible)
  }
  if (source !== undefined) query = query.where('source', '=', source)
  for (const word of (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) {
    query = query.where(sql<boolean>`searched like ${`%${word.replaceAll(/[!%_]/g, '!$&')}%`} escape '!'`)
  }
  return query
}

/** What a search looks into. */
export const searchedOf = (row: Pick<LeadRow, 'title' | 'email' | 'phone' | 'company' | 'description' | 'city'>): string =>
  [row.title, row.email, row.phone, row.company, row.description, row.city].join('\n').toLowerCase().slice(0, 4000)

/** Each column by its name: a prepared query learns its parameters by being asked for them. */
const columnsOf = (row: LeadRow): LeadRow => ({
  project_id: row.project_id,
  number: row.number,
  created_at: row.created_at,
  done_at: row.done_at,
  status: row.status,
  result: row.result,
  title: row.title,
  email: row.email,
  phone: row.phone,
  site: row.site,
  company: row.company,
  description: row.description,
  ip: row.ip,
  city: row.city,
  country: row.country,
  timezone: row.timezone,
  searched: row.searched,
  responsible: row.responsible,
  source: row.source,
  partner: row.partner,
  client_id: row.client_id,
  order_number: row.order_number,
  comment: row.comment,
  utm_source: row.utm_source,
  utm_medium: row.utm_medium,
  utm_campaign: row.utm_campaign,
  utm_term: row.utm_term,
  utm_content: row.utm_content,
  utm_referrer: row.utm_referrer,
  revision: row.revision,
})
