import type { Value } from '@voronka/calculator'
import { sessionToJson, type Step } from '@voronka/flow/engine'
import { normalPhone } from '@voronka/functions'
import { contactClients } from '../clients/contacts.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Doing } from '../orders/order-book.ts'
import type { StateRow } from '../orders/pipelines.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { inboxStates } from '../worker/inbox.store.ts'
import { openSession } from '../worker/open-session.ts'
import type { LeadRow } from './leads.store.ts'

interface Wanted {
  /** Null: unsorted. */
  readonly state: StateRow | null
  readonly client?: ClientRow
  readonly name?: string
  readonly description?: string
  readonly budget?: number | null
}

/** Makes the order of a lead, for a client that is named, found or made; the bot hears of it (leads-api, section 2). */
export function* orderOfLead(context: WorkContext, doing: Doing, lead: LeadRow, wanted: Wanted): Step<{ client: number; order: number }> {
  const { orders, clients, inbox } = context
  const found = wanted.client ?? (yield* clientOfLead(context, doing, lead))
  const client = yield* withSession(context, (yield* clients.lock(found.id)) ?? found)
  const row = yield* orders.create(doing, {
    client,
    test: false,
    name: wanted.name || lead.title || lead.company,
    description: wanted.description ?? lead.description,
    budget: wanted.budget ?? null,
    state: wanted.state,
    ...(lead.responsible !== null && { responsible: lead.responsible }),
    variables: variablesOf(lead),
  })
  yield* orders.makeCurrent(doing, client, row)
  const event = { kind: 'callback', text: `new_lead_added lead_id:${lead.number}`, pressed: false, order: row.number } as const
  const outsideId = `lead:${lead.project_id}:${lead.number}:${row.number}`
  yield* inbox.add({ channel: client.channel, outsideId, client: client.id, event, now: doing.now }, inboxStates.waiting)
  doing.called.add(client.id)
  return { client: client.id, order: row.number }
}

/** Whoever has its phone, else its e-mail; somebody new otherwise, also when there is neither. */
function* clientOfLead(context: WorkContext, doing: Doing, { title, company, phone, email, number }: LeadRow): Step<ClientRow> {
  const contacts = contactClients(context)
  const contact = { name: title || company, phone, email }
  const found = yield* contacts.findOrCreate(doing.project, contact, false, doing.now)
  return found ?? (yield* contacts.unknown(doing.project, { name: contact.name || `#${number}`, id: `lead-${number}` }, doing.now))
}

function* withSession({ clients, channels }: WorkContext, client: ClientRow): Step<ClientRow> {
  const channel = yield* channels.find(client.channel)
  if (client.session !== null || !channel) return client
  const session = sessionToJson(openSession(client, [], channel, { now: client.created_at }))
  yield* clients.save({ id: client.id, name: client.name, session, position: null, now: client.created_at })
  return { ...client, session }
}

/** What the order keeps of the lead. */
function variablesOf(lead: LeadRow): Map<string, Value> {
  const values: [string, Value][] = [
    ['phone', normalPhone(lead.phone) ?? lead.phone],
    ['email', lead.email],
    ['company', lead.company],
    ['city', lead.city],
    ['country', lead.country],
    ['site', lead.site],
    ['utm_source', lead.utm_source],
    ['utm_medium', lead.utm_medium],
    ['utm_campaign', lead.utm_campaign],
    ['utm_term', lead.utm_term],
    ['utm_content', lead.utm_content],
    ['utm_referrer', lead.utm_referrer],
    ['lead_id', lead.number],
  ]
  return new Map(values.filter(([, value]) => value !== ''))
}
