import { leadResults, leadStatuses, type Lead } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { emailKey } from '../clients/contacts.ts'
import { isoMoment, isoOrNull } from '../clients/iso-moment.ts'
import type { LeadContext } from './add-lead.ts'
import type { LeadRow } from './leads.store.ts'

/** Names of everything that leads refer to. */
export interface LeadWords {
  readonly people: ReadonlyMap<number, string>
  readonly sources: ReadonlyMap<number, string>
  readonly partners: ReadonlyMap<number, string>
  readonly clients: ReadonlyMap<number, string>
}

/** Leads as pages and programs are shown them. */
export function leadReader({ db, operators }: LeadContext) {
  function* namesOf(
    table: 'lead_sources' | 'lead_partners',
    project: number,
    numbers: readonly number[],
  ): Step<ReadonlyMap<number, string>> {
    if (!numbers.length) return new Map()
    const column = table === 'lead_sources' ? sql<string>`name` : sql<string>`site`
    const query = db.build
      .selectFrom(table)
      .select(['number', column.as('name')])
      .where('project_id', '=', project)
      .where('number', 'in', numbers)
    return new Map((yield* settle(db.all<{ number: number; name: string }>(query))).map(({ number, name }) => [number, name]))
  }

  function* clientNames(ids: readonly number[]): Step<ReadonlyMap<number, string>> {
    if (!ids.length) return new Map()
    const query = db.build.selectFrom('clients').select(['id', 'name']).where('id', 'in', ids)
    return new Map((yield* settle(db.all<{ id: number; name: string }>(query))).map(({ id, name }) => [id, name]))
  }

  function* words(project: number, rows: readonly LeadRow[]): Step<LeadWords> {
    const used = (field: 'source' | 'partner' | 'client_id') => [...new Set(rows.flatMap((row) => row[field] ?? []))]
    return {
      people: new Map((yield* operators.all(project)).map(({ account, name, email }) => [account, name || email])),
      sources: yield* namesOf('lead_sources', project, used('source')),
      partners: yield* namesOf('lead_partners', project, used('partner')),
      clients: yield* clientNames(used('client_id')),
    }
  }

  function* many(project: number, rows: readonly LeadRow[]): Step<Lead[]> {
    const known = yield* words(project, rows)
    return rows.map((row) => toLead(row, known))
  }

  return {
    words,
    many,

    *one(row: LeadRow): Step<Lead> {
      return toLead(row, yield* words(row.project_id, [row]))
    },

    /** People who have its phone or e-mail, the oldest first. */
    *knownClients({ project_id, phone, email }: LeadRow): Step<{ id: number; name: string; phone: string; email: string }[]> {
      const contact = [
        ['phone', normalPhone(phone) ?? ''],
        ['email', emailKey(email)],
      ] as const
      const found = new Map<number, { id: number; name: string; phone: string; email: string }>()
      for (const [column, value] of contact) {
        if (value === '') continue
        const query = db.build
          .selectFrom('dialogues')
          .select(['client_id as id', 'name', 'phone', 'email'])
          .where('project_id', '=', project_id)
          .where(column, '=', value)
          .where(column, '<>', sql.lit(''))
          .where('test', '=', 0)
          .orderBy('client_id')
          .limit(5)
        for (const row of yield* settle(db.all<{ id: number; name: string; phone: string; email: string }>(query))) found.set(row.id, row)
      }
      return [...found.values()].toSorted((a, b) => a.id - b.id)
    },
  }
}

function toLead(row: LeadRow, { people, sources, partners, clients }: LeadWords): Lead {
  const { responsible, source, partner, client_id: client } = row
  return {
    id: row.number,
    createdAt: isoMoment(row.created_at),
    doneAt: isoOrNull(row.done_at),
    status: leadStatuses[row.status] ?? 'open',
    result: row.result === null ? null : (leadResults[row.result - 1] ?? null),
    title: row.title,
    email: row.email,
    phone: row.phone,
    site: row.site,
    company: row.company,
    description: row.description,
    ip: row.ip,
    city: row.city,
    country: row.country,
    responsible: responsible === null ? null : { account: responsible, name: people.get(responsible) ?? '' },
    source: source === null ? null : { id: source, name: sources.get(source) ?? '' },
    partner: partner === null ? null : { id: partner, site: partners.get(partner) ?? '' },
    // He may have been deleted since.
    client: client === null || !clients.has(client) ? null : { id: client, name: clients.get(client) ?? '' },
    order: row.order_number,
    comment: row.comment,
    utm: {
      source: row.utm_source,
      medium: row.utm_medium,
      campaign: row.utm_campaign,
      term: row.utm_term,
      content: row.utm_content,
      referrer: row.utm_referrer,
    },
    revision: row.revision,
  }
}
