import type { Audience } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql, type SelectQueryBuilder } from 'kysely'
import { recipientState } from '../broadcasts/recipient-state.ts'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'
import { beyond, searchValue, searchWords } from './search-words.ts'

export type DialogueQuery<Row> = SelectQueryBuilder<Schema, 'dialogues', Row>

/** The real people of a project whom a filter means: all that it says must hold (builder-and-runtime, section 18). */
export function audienceQuery<Row>(base: DialogueQuery<Row>, project: number, audience: Audience): DialogueQuery<Row> {
  const { channels, blocks, lists, exceptLists, labels, exceptLabels, exceptBroadcasts, states, variables, clients } = audience
  let query = base.where('dialogues.project_id', '=', project).where('dialogues.test', '=', 0)
  if (channels.length) query = query.where('dialogues.channel', 'in', channels)
  if (blocks.length) query = query.where('dialogues.position', 'in', blocks)
  if (lists.length) query = query.where('dialogues.client_id', 'in', inLists(project, lists))
  if (exceptLists.length) query = query.where('dialogues.client_id', 'not in', inLists(project, exceptLists))
  if (labels.length) query = query.where('dialogues.client_id', 'in', withLabels(project, labels))
  if (exceptLabels.length) query = query.where('dialogues.client_id', 'not in', withLabels(project, exceptLabels))
  if (exceptBroadcasts?.length) query = query.where('dialogues.client_id', 'not in', reachedBy(project, exceptBroadcasts))
  if (states.length) query = query.where('dialogues.client_id', 'in', inStates(project, states))
  if (clients) query = query.where('dialogues.client_id', 'in', sql<number>`(${numbers(clients)})`)
  if (audience.registeredFrom !== undefined) query = query.where('dialogues.created_at', '>=', Date.parse(audience.registeredFrom))
  if (audience.registeredBefore !== undefined) query = query.where('dialogues.created_at', '<', Date.parse(audience.registeredBefore))
  if (audience.unread !== undefined) query = query.where('dialogues.unread', audience.unread ? '>' : '=', 0)
  if (audience.unsubscribed !== undefined) query = query.where('dialogues.unsubscribed', '=', Number(audience.unsubscribed))
  for (const variable of variables) query = withVariable(query, project, variable)
  return query
}

/** Whether anything at all is asked for. */
export function isEmptyAudience(audience: Audience): boolean {
  return (
    Object.values(audience).every((value) => value === undefined || (Array.isArray(value) && value.length === 0)) &&
    audience.clients === undefined
  )
}

type VariableFilter = Audience['variables'][number]

export function withVariable<Row>(
  query: DialogueQuery<Row>,
  project: number,
  { scope, name, is, value }: VariableFilter,
): DialogueQuery<Row> {
  const scopes = scope === 'any' ? ['client', 'order'] : [scope]
  const wanted = searchValue(value)
  const holds =
    is === 'filled' || is === 'empty'
      ? sql``
      : is === 'contains'
        ? sql` and value like ${`%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`
        : sql` and value = ${wanted}`
  const having = sql<number>`(select client_id from client_variables where project_id = ${project} and name = ${name}
    and scope in (${sql.join(scopes)})${holds})`
  return query.where('dialogues.client_id', is === 'empty' || is === 'not-equal' ? 'not in' : 'in', having)
}

/** What is looked for by a text that somebody wrote into a search. */
export function soughtWords(text: string): readonly string[] {
  const compact = text.replaceAll(/[\s()+-]/g, '')
  // A phone number may be written in many ways, but is stored in one.
  const words = /^[0-9]{5,15}$/.test(compact)
    ? [compact.length === 11 && compact.startsWith('8') ? `7${compact.slice(1)}` : compact]
    : searchWords(text)
  return words.slice(0, 8)
}

/**
 * Every word must begin a word of the client's: of his name, contacts, variables or messages. Of rare ones all clients are gathered first; who has
 * a common one is asked of each client in turn, until enough are found. `sources`: only words from there count (seen-variables.ts).
 */
export function withWords<Row>(
  query: DialogueQuery<Row>,
  project: number,
  words: readonly string[],
  { isCommon, sources }: { isCommon(word: string): boolean; readonly sources: number | undefined },
): DialogueQuery<Row> {
  const seen = sources === undefined ? sql`` : sql` and (sources & ${sources}) <> 0`
  return words.reduce((narrowed, word) => {
    const having = sql`from search_words where project_id = ${project} and word >= ${word} and word < ${beyond(word)}${seen}`
    return isCommon(word)
      ? narrowed.where(sql<boolean>`exists (select 1 ${having} and client_id = dialogues.client_id)`)
      : narrowed.where('dialogues.client_id', 'in', sql<number>`(select client_id ${having})`)
  }, query)
}

/** Words that so many clients have are common. */
const many = 20_000

/** Which of them are common in a project. */
export function* commonWords(db: Db, project: number, words: readonly string[]): Step<ReadonlySet<string>> {
  const common = new Set<string>()
  for (const word of words) {
    const query = db.build
      .selectFrom('search_words')
      .select('client_id')
      .where('project_id', '=', project)
      .where('word', '>=', word)
      .where('word', '<', beyond(word))
      .orderBy('word')
      .offset(many)
      .limit(1)
    if (yield* settle(db.first(query))) common.add(word)
  }
  return common
}

/** Numbers were read as such, and are written out: there may be more of them than a query takes parameters. */
const numbers = (list: readonly number[]) => sql.raw(list.length ? list.map((each) => String(Math.trunc(each))).join(', ') : '0')

const inLists = (project: number, lists: readonly number[]) =>
  sql<number>`(select client_id from list_members where project_id = ${project} and list in (${sql.join(lists)}))`
const withLabels = (project: number, labels: readonly number[]) =>
  sql<number>`(select client_id from label_members where project_id = ${project} and label in (${sql.join(labels)}))`
const inStates = (project: number, states: readonly number[]) =>
  sql<number>`(select client_id from orders where project_id = ${project} and test = 0
    and deleted_at is null and status = 'active' and state_id in (${sql.join(states)}))`
const reachedBy = (project: number, broadcasts: readonly number[]) =>
  sql<number>`(select client_id from broadcast_recipients where project_id = ${project} and broadcast in (${sql.join(broadcasts)})
    and state = ${sql.lit(recipientState.sent)})`
