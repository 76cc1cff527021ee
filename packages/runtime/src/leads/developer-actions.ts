import { localMoment } from '@voronka/calculator'
import type { Installation } from '../installation.ts'
import type { Operator } from '../operators/operators.store.ts'
import { zoneOfProject } from '../worker/project-settings.ts'
import { dayStart } from './day-start.ts'
import { infoOf, lineOf } from './developer-lead.ts'
import { sortable, type LeadFilter } from './leads.store.ts'

/** One call of the leads API, whose key and user are known. */
export interface LeadCall {
  readonly installation: Installation
  readonly project: number
  readonly user: Operator
  /** A parameter, trimmed; empty: not given. */
  text(name: string): string
}

const notFound = { result: 'Error', error: { code: '404', text: 'Не найдено' } }
const addFailed = (reason: string) => {
  const text = `Ошибка добавления лида. ${reason}`
  return { error: { code: '1', text }, Error: text }
}

const pageSize = 200
/** Longer texts are cut; a field is no place for a file. */
const longest = { description: 20_000, usual: 1000 }

/** Section 3. */
export async function answerAdd({ installation, project, user, text }: LeadCall): Promise<object> {
  const field = (name: string): string => text(name).slice(0, name === 'description' ? longest.description : longest.usual)
  const contents = ['title', 'email', 'phone', 'company', 'description']
  if (contents.every((name) => text(name) === '')) return addFailed('Пустая заявка')
  const who = { kind: 'key', account: user.account, name: user.name || user.email, email: user.email } as const
  const id = await installation.leadsDesk.add(project, who, {
    title: field('title'),
    email: field('email'),
    phone: field('phone'),
    site: field('site'),
    company: field('company'),
    description: field('description'),
    ip: field('ip'),
    city: field('city'),
    country: field('country'),
    timezone: field('timezone'),
    path: field('path'),
    partner: field('partner'),
    user: field('user'),
    utm: {
      source: field('utm_source'),
      medium: field('utm_medium'),
      campaign: field('utm_campaign'),
      term: field('utm_term'),
      content: field('utm_content'),
      referrer: field('utm_referrer'),
    },
  })
  return { result: { text: 'Success', id } }
}

/** Section 4: this month, of every user. */
export function answerStat({ installation, project }: LeadCall): Promise<object> {
  const { db, clock, operators, leads } = installation
  return db.transaction(function* () {
    const zone = yield* zoneOfProject(installation, project)
    const { year, month } = localMoment(clock.now(), zone)
    const [next, nextYear] = month === 12 ? [1, year + 1] : [month + 1, year]
    const first = (of: number, at: number) => dayStart(`${String(of).padStart(4, '0')}-${String(at).padStart(2, '0')}-01`, zone)
    const found = yield* leads.statistics(project, first(year, month), first(nextYear, next))
    const data = (yield* operators.all(project)).map(({ account, email }) => {
      const { open = 0, processed = 0 } = found.get(account) ?? {}
      return { title: email, open: String(open), processed: String(processed) }
    })
    return { data }
  })
}

/** Section 5. */
export function answerInfo({ installation, project, text }: LeadCall): Promise<object> {
  const { db, leads, leadsDesk } = installation
  const id = text('id')
  return db.transaction(function* () {
    const row = /^[1-9]\d{0,14}$/.test(id) ? yield* leads.find(project, Number(id)) : undefined
    if (!row) return notFound
    const zone = yield* zoneOfProject(installation, project)
    const data = infoOf(row, yield* leadsDesk.read.words(project, [row]), zone)
    return { result: { data, id }, data }
  })
}

/** Section 6. */
export function answerList({ installation, project, text }: LeadCall): Promise<object> {
  const { db, leads, leadsDesk } = installation
  const by = Object.keys(sortable).find((name): name is keyof typeof sortable => name === text('order')) ?? 'datum'
  const page = /^\d{1,7}$/.test(text('offset')) ? Number(text('offset')) : 0
  return db.transaction(function* () {
    const zone = yield* zoneOfProject(installation, project)
    const sorting = { by, ascending: text('first') === 'old', offset: page * pageSize, limit: pageSize }
    const rows = yield* leads.sorted(project, filterOf(text, zone), sorting)
    if (!rows.length) return notFound
    const words = yield* leadsDesk.read.words(project, rows)
    return { data: rows.map((row) => lineOf(row, words, zone)) }
  })
}

/** Both ends are whole days; an end that stands alone is the beginning of its day. What is no date counts as not given. */
function filterOf(text: LeadCall['text'], zone: string): LeadFilter {
  const [start, end] = [readDay(text('dateStart')), readDay(text('dateEnd'))]
  const statuses =
    text('status') === ''
      ? undefined
      : text('status')
          .split(',')
          .flatMap((each) => (/^\s*[0-3]\s*$/.test(each) ? Number(each) : []))
  return {
    ...(start !== undefined && { from: dayStart(start, zone) }),
    ...(end !== undefined && { until: dayStart(end, zone, start === undefined ? 0 : 1) }),
    ...(statuses && { statuses }),
  }
}

const readDay = (text: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text)
    ? text
    : undefined
