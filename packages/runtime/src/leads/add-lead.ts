import type { LeadSettings } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import type { Step } from '@voronka/flow/engine'
import { emailKey } from '../clients/contacts.ts'
import type { Operator } from '../operators/operators.store.ts'
import type { Doing } from '../orders/order-book.ts'
import type { WorkContext } from '../worker/context.ts'
import { siteKey, type LeadNames } from './lead-names.store.ts'
import { leadStatus, searchedOf, type LeadRow, type LeadsStore } from './leads.store.ts'
import { orderOfLead } from './order-of-lead.ts'
import { notifyOfLead } from './notify-of-lead.ts'

/** What somebody left, in texts as they came. */
export interface NewLead {
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly site: string
  readonly company: string
  readonly description: string
  readonly ip: string
  readonly city: string
  readonly country: string
  readonly timezone: string
  /** Name of the source, and site of the partner. */
  readonly path: string
  readonly partner: string
  /** Login of who is to be responsible. */
  readonly user: string
  readonly utm: Readonly<Record<'source' | 'medium' | 'campaign' | 'term' | 'content' | 'referrer', string>>
}

export interface LeadContext extends WorkContext {
  readonly leads: LeadsStore
  readonly leadNames: LeadNames
  /** Where people reach this server; empty: its owner did not say (VORONKA_PUBLIC_URL). */
  readonly publicAddress: string
}

/** A lead is taken in: somebody becomes responsible, is told, and where the project wants it there is an order at once (leads-api, section 3). */
export function* addLead(context: LeadContext, doing: Doing, given: NewLead, settings: LeadSettings): Step<LeadRow> {
  const { project, now } = doing
  const { leads, leadNames, orders } = context
  const source = given.path || given.utm.source
  // Taken first: leads of a project are distributed one after another.
  const number = yield* orders.numbers.take(project, 'lead')
  const contact = { phone: normalPhone(given.phone) ?? '', email: emailKey(given.email) }
  const responsible = yield* whoIsResponsible(context, project, { ...contact, user: given.user }, settings)
  const row: LeadRow = {
    project_id: project,
    number,
    created_at: now,
    done_at: null,
    status: responsible && !responsible.coordinator ? leadStatus.work : leadStatus.open,
    result: null,
    title: given.title,
    email: given.email,
    phone: given.phone,
    site: given.site,
    company: given.company,
    description: given.description,
    ip: given.ip,
    city: given.city,
    country: given.country,
    timezone: given.timezone,
    searched: searchedOf({ ...given, phone: `${given.phone} ${contact.phone}` }),
    responsible: responsible?.operator.account ?? null,
    source: yield* leadNames.source(project, source.slice(0, 100)),
    partner: yield* leadNames.partner(project, siteKey(given.partner)),
    client_id: null,
    order_number: null,
    comment: '',
    utm_source: given.utm.source,
    utm_medium: given.utm.medium,
    utm_campaign: given.utm.campaign,
    utm_term: given.utm.term,
    utm_content: given.utm.content,
    utm_referrer: given.utm.referrer,
    revision: 1,
  }
  yield* leads.insert(row)
  const stored = settings.createOrder ? yield* orderAtOnce(context, doing, row) : row
  if (responsible) yield* notifyOfLead(context, doing, stored, responsible.operator)
  return stored
}

/** Into the first state of the first pipeline. */
function* orderAtOnce(context: LeadContext, doing: Doing, row: LeadRow): Step<LeadRow> {
  const [state] = yield* context.orders.pipelines.statesOf(doing.project)
  const { client, order } = yield* orderOfLead(context, doing, row, { state: state ?? null })
  const done = { status: leadStatus.processed, done_at: doing.now, client_id: client, order_number: order }
  return (yield* context.leads.change(row, done)) ?? row
}

interface Responsible {
  readonly operator: Operator
  readonly coordinator: boolean
}

/** Whose client it is already, else who is named, else whom the rule chooses, else the coordinator (section 3). */
function* whoIsResponsible(
  context: LeadContext,
  project: number,
  { phone, email, user }: { phone: string; email: string; user: string },
  settings: LeadSettings,
): Step<Responsible | undefined> {
  const { operators } = context
  const known = yield* context.leads.responsibleOfClient(project, { phone, email })
  const named = known === undefined && user !== '' ? yield* operators.findByEmail(project, user) : undefined
  const all = yield* operators.all(project)
  const operator = all.find(({ account }) => account === known) ?? named ?? (yield* byRule(context, project, all, settings))
  if (operator) return { operator, coordinator: false }
  const coordinator = all.find(({ account }) => account === settings.coordinator)
  return coordinator && { operator: coordinator, coordinator: true }
}

/** Evenly: whoever got one longest ago. At random: of those on shift. */
function* byRule(
  { leads, random }: LeadContext,
  project: number,
  all: readonly Operator[],
  { rule, operators }: LeadSettings,
): Step<Operator | undefined> {
  if (rule === 'none') return undefined
  const members = all.filter(({ account }) => !operators.length || operators.includes(account))
  if (rule === 'shift') {
    const onShift = members.filter(({ status }) => status === 'shift')
    return onShift[Math.floor(random() * onShift.length)]
  }
  let chosen: { operator: Operator; latest: number } | undefined
  for (const operator of members) {
    const latest = yield* leads.latestOf(project, operator.account)
    if (!chosen || latest < chosen.latest) chosen = { operator, latest }
  }
  return chosen?.operator
}
