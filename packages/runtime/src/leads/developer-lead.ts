import { localMoment } from '@voronka/calculator'
import type { LeadRow } from './leads.store.ts'
import type { LeadWords } from './show-lead.ts'

const statusNames = ['Открыт', 'В работе', 'Обработан', 'Закрыт']
const resultNames = ['', 'Спам', 'Дубль', 'Другое', 'Не целевой']

const two = (number: number): string => String(number).padStart(2, '0')

/** `2017-03-29`, on the clocks of the project. */
function dateOf(moment: number | null, zone: string): string {
  if (moment === null) return ''
  const { year, month, day } = localMoment(moment, zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function momentOf(moment: number | null, zone: string): string | null {
  if (moment === null) return null
  const { hour, minute, second } = localMoment(moment, zone)
  return `${dateOf(moment, zone)} ${two(hour)}:${two(minute)}:${two(second)}`
}

const number = (value: number | null): string => String(value ?? 0)
const nameIn = (names: ReadonlyMap<number, string>, value: number | null): string => (value === null ? '' : (names.get(value) ?? ''))

/** A lead in `list`: texts all through, as the original's database gave them (leads-api, section 6). */
export function lineOf(row: LeadRow, words: LeadWords, zone: string): Record<string, string> {
  return {
    id: String(row.number),
    datum: dateOf(row.created_at, zone),
    datum_do: dateOf(row.done_at, zone),
    email: row.email,
    phone: row.phone,
    site: row.site,
    company: row.company,
    city: row.city,
    country: row.country,
    content: row.description,
    clid: number(row.client_id),
    client: nameIn(words.clients, row.client_id),
    pid: '0',
    person: row.client_id === null ? '' : row.title,
    did: number(row.order_number),
    deal: row.order_number === null ? '' : row.title || row.company,
    user: number(row.responsible),
    userName: nameIn(words.people, row.responsible),
    status: String(row.status),
    statusName: statusNames[row.status] ?? '',
    rezult: row.result === null ? '' : String(row.result),
    rezultName: resultNames[row.result ?? 0] ?? '',
    clientpath: number(row.source),
    clientpathName: nameIn(words.sources, row.source),
  }
}

/** Every column of a lead, for `info` (section 5). */
export function infoOf(row: LeadRow, words: LeadWords, zone: string): Record<string, string | null> {
  return {
    id: String(row.number),
    datum: momentOf(row.created_at, zone),
    datum_do: momentOf(row.done_at, zone),
    status: String(row.status),
    statusName: statusNames[row.status] ?? '',
    rezult: row.result === null ? null : String(row.result),
    rezultName: resultNames[row.result ?? 0] ?? '',
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
    iduser: number(row.responsible),
    userName: nameIn(words.people, row.responsible),
    clientpath: number(row.source),
    clientpathName: nameIn(words.sources, row.source),
    pid: '0',
    clid: number(row.client_id),
    client: nameIn(words.clients, row.client_id),
    did: number(row.order_number),
    partner: number(row.partner),
    partnerName: nameIn(words.partners, row.partner),
    rezz: row.comment,
    utm_source: row.utm_source,
    utm_medium: row.utm_medium,
    utm_campaign: row.utm_campaign,
    utm_term: row.utm_term,
    utm_content: row.utm_content,
    utm_referrer: row.utm_referrer,
  }
}
