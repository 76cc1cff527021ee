import type { SystemPlace } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import { channelKinds, messengers } from '../channels/channel-kind.ts'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

/** What a list of orders is narrowed by (api, `orderFilter`). */
export interface OrderFilter {
  readonly search?: string | undefined
  readonly states?: readonly number[] | undefined
  readonly responsible?: readonly number[] | undefined
  readonly createdFrom?: string | undefined
  readonly createdTo?: string | undefined
  readonly budgetFrom?: number | undefined
  readonly budgetTo?: number | undefined
  readonly variable?: string | undefined
  readonly value?: string | undefined
  readonly messenger?: string | undefined
  readonly channel?: string | undefined
  readonly labels?: readonly number[] | undefined
  readonly unread?: boolean | undefined
  readonly tasks?: boolean | undefined
}

/** Where the orders of a page are; nothing: everywhere. */
export interface Where {
  readonly state?: number | undefined
  readonly place?: SystemPlace | 'active' | undefined
  readonly pipeline?: number | undefined
  readonly client?: number | undefined
}

/** So many clients of a search are looked at. */
const mostSearched = 1000

const eb = expressionBuilder<Schema, 'orders'>()

/** Conditions on `orders` for one project. */
export function orderConditions({ build }: Pick<Db, 'build'>, project: number, filter: OrderFilter, where: Where): Expression<SqlBool>[] {
  return [
    eb('orders.project_id', '=', project),
    // Written out, so that the partial indexes serve.
    eb('orders.test', '=', sql.lit(0)),
    eb('orders.deleted_at', 'is', null),
    ...placeConditions(where),
    ...fieldConditions(filter),
    ...(filter.messenger === undefined ? [] : [eb('orders.client_id', 'in', clientsOfMessenger({ build }, project, filter.messenger))]),
    ...(filter.channel === undefined ? [] : [eb('orders.client_id', 'in', clientsOfChannel({ build }, project, filter.channel))]),
    ...workConditions({ build }, project, filter),
    ...(filter.search ? [searched({ build }, project, filter.search)] : []),
  ]
}

function placeConditions({ state, place, pipeline, client }: Where): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = []
  if (state !== undefined) found.push(eb('orders.status', '=', 'active'), eb('orders.state_id', '=', state))
  if (place === 'unsorted') found.push(eb('orders.status', '=', 'active'), eb('orders.state_id', 'is', null))
  else if (place !== undefined) found.push(eb('orders.status', '=', place))
  if (pipeline !== undefined) found.push(eb('orders.pipeline_id', '=', pipeline))
  if (client !== undefined) found.push(eb('orders.client_id', '=', client))
  return found
}

function fieldConditions(filter: OrderFilter): Expression<SqlBool>[] {
  const { states, responsible, createdFrom, createdTo, budgetFrom, budgetTo, variable, value } = filter
  const found: Expression<SqlBool>[] = []
  if (states) found.push(eb('orders.state_id', 'in', states))
  if (responsible) {
    const people = responsible.filter((id) => id !== 0)
    const nobody = responsible.includes(0) ? [eb('orders.responsible', 'is', null)] : []
    found.push(eb.or([...nobody, ...(people.length ? [eb('orders.responsible', 'in', people)] : [])]))
  }
  if (createdFrom !== undefined) found.push(eb('orders.created_at', '>=', Date.parse(createdFrom)))
  if (createdTo !== undefined) found.push(eb('orders.created_at', '<', Date.parse(createdTo)))
  if (budgetFrom !== undefined) found.push(eb('orders.budget', '>=', budgetFrom))
  if (budgetTo !== undefined) found.push(eb('orders.budget', '<=', budgetTo))
  if (variable !== undefined)
    found.push(eb.or(variableTexts(variable, value).map((text) => like('orders.variables', `%${escaped(text)}%`))))
  return found
}

/** What is known of the client's dialogue and of the tasks of the order. */
function workConditions({ build }: Pick<Db, 'build'>, project: number, { labels, unread, tasks }: OrderFilter): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = []
  if (labels) {
    const labelled = build.selectFrom('label_members').select('client_id').where('project_id', '=', project).where('label', 'in', labels)
    found.push(eb('orders.client_id', 'in', labelled))
  }
  if (unread !== undefined) {
    const waiting = build.selectFrom('dialogues').select('client_id').where('project_id', '=', project).where('unread', '>', 0)
    found.push(eb('orders.client_id', unread ? 'in' : 'not in', waiting))
  }
  if (tasks !== undefined) {
    // A list with an absent number in it would hold nothing apart from it.
    const open = build
      .selectFrom('tasks')
      .select(({ fn, lit }) => fn.coalesce('order_number', lit(0)).as('order_number'))
      .where('project_id', '=', project)
      .where('status', '=', 'open')
      .where('order_number', 'is not', null)
    found.push(eb('orders.number', tasks ? 'in' : 'not in', open))
  }
  return found
}

/** A variable with that value as it stands in the JSON of an order: a value may be kept as text, as a number or as a word. */
function variableTexts(name: string, value: string | undefined): string[] {
  const key = `${JSON.stringify(name)}:`
  if (value === undefined) return [key]
  const bare = /^(-?\d{1,15}(\.\d+)?)$/.test(value) ? value : ({ True: 'true', False: 'false' }[value] ?? undefined)
  return [`${key}${JSON.stringify(value)}`, ...(bare === undefined ? [] : [`${key}${bare},`, `${key}${bare}}`])]
}

function clientsOfMessenger({ build }: Pick<Db, 'build'>, project: number, messenger: string) {
  const kinds = (['web'] as const).filter((kind) => channelKinds[kind].messenger === messenger)
  const channels = build.selectFrom('channels').select('key').where('project_id', '=', project)
  const own = kinds.length
    ? channels.where('kind', 'in', kinds).where('contact', 'is', null)
    : channels.where((channel) =>
        channel.or([channel('contact', '=', contactOf(messenger)), channel('client_type', 'in', typesOf(messenger))]),
      )
  return build.selectFrom('clients').select('id').where('project_id', '=', project).where('channel', 'in', own)
}

const clientsOfChannel = ({ build }: Pick<Db, 'build'>, project: number, channel: string) =>
  build.selectFrom('clients').select('id').where('project_id', '=', project).where('channel', '=', channel)

const typesOf = (messenger: string): number[] => {
  const types = [...messengers].flatMap(([type, name]) => (name === messenger ? [type] : []))
  return types.length ? types : [-1]
}

const contactOf = (messenger: string): 'phone' | 'email' | null =>
  messenger === 'e-mail' ? 'email' : messenger === 'telephony' ? 'phone' : null

/** Name or number of the order, name, phone or e-mail of its client. */
function searched({ build }: Pick<Db, 'build'>, project: number, text: string): Expression<SqlBool> {
  const spellings = [...new Set([text, text.toLowerCase(), text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()])]
  // A part of a number is searched for as its digits stand.
  const phone = normalPhone(text) ?? text.replaceAll(/[^0-9]+/g, '')
  const people = build
    .selectFrom('dialogues')
    .select('client_id')
    .where('project_id', '=', project)
    .where((clients) =>
      clients.or([
        ...spellings.map((each) => like('dialogues.name', `%${escaped(each)}%`)),
        like('dialogues.email', `${escaped(text.toLowerCase())}%`),
        ...(phone.length >= 4 ? [like('dialogues.phone', `%${phone}%`)] : []),
      ]),
    )
    .limit(mostSearched)
  const number = Number(text.replace(/^#/, ''))
  return eb.or([
    like('orders.name_search', `%${escaped(text.toLowerCase())}%`),
    eb('orders.client_id', 'in', people),
    ...(Number.isSafeInteger(number) && number > 0 ? [eb('orders.number', '=', number)] : []),
  ])
}

const like = (column: string, pattern: string): Expression<SqlBool> => sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '!'`

const escaped = (text: string): string => text.replaceAll(/[!%_]/g, '!$&')
