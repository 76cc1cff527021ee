import type { Dialogue, dialogueTabs } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { WorkContext } from '../worker/context.ts'
import { commonWords, soughtWords, withVariable, withWords, type DialogueQuery } from './audience-query.ts'
import { isoMoment, isoOrNull } from './iso-moment.ts'
import type { DialogueRow } from './dialogues.store.ts'
import { searchedScope, searchedSources } from './seen-variables.ts'
import { visibleTo } from './visible-dialogues.ts'

export interface InboxQuestion {
  readonly tab: (typeof dialogueTabs)[number]
  readonly q?: string | undefined
  readonly channel?: string | undefined
  readonly list?: number | undefined
  readonly label?: number | undefined
  readonly block?: number | undefined
  readonly responsible?: number | undefined
  readonly from?: string | undefined
  readonly before?: string | undefined
  readonly variable?: string | undefined
  readonly value?: string | undefined
  readonly blocked?: 'true' | 'false' | undefined
  readonly unsubscribed?: 'true' | 'false' | undefined
  readonly cursor?: string | undefined
}

const pageSize = 50
/** Pinned dialogues stand above all pages. */
const mostPinned = 100

/** The inbox of one person (crm-and-tasks, section 11.2). */
export function* listInbox(context: WorkContext, project: number, actor: Actor, question: InboxQuestion) {
  const { db } = context
  const base = narrowed(db.build.selectFrom('dialogues').selectAll(), project, actor, question)
  const words = question.q ? soughtWords(question.q) : []
  const sources = searchedSources(actor)
  // Few are pinned: each is looked at.
  const above = withWords(base.where('pinned', '=', sql.lit(1)), project, words, { isCommon: () => true, sources })
  const pinned = question.cursor === undefined ? yield* rows(context, above, mostPinned) : []
  const common = yield* commonWords(db, project, words)
  const after = question.cursor === undefined ? undefined : readCursor(question.cursor)
  let query = withWords(base.where('pinned', '=', sql.lit(0)), project, words, { isCommon: (word) => common.has(word), sources })
  if (after) {
    query = query.where(({ eb, or, and }) =>
      or([eb('last_at', '<', after.at), and([eb('last_at', '=', after.at), eb('client_id', '<', after.client)])]),
    )
  }
  const found = yield* rows(context, query, pageSize + 1)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  const next = found.length > pageSize && last ? `${last.last_at}.${last.client_id}` : null
  return { dialogues: yield* toDialogues(context, project, [...pinned, ...page]), next }
}

function* rows({ db }: WorkContext, query: DialogueQuery<DialogueRow>, limit: number): Step<DialogueRow[]> {
  return yield* settle(db.all<DialogueRow>(query.orderBy('last_at', 'desc').orderBy('client_id', 'desc').limit(limit)))
}

function readCursor(cursor: string): { at: number; client: number } {
  const [, at, client] = /^([0-9]{1,16})\.([0-9]{1,16})$/.exec(cursor) ?? []
  if (!at || !client)
    throw failureWith(
      'bad-request',
      { problems: [{ in: 'query', path: 'cursor', message: 'Not from an answer' }] },
      'cursor: not from an answer',
    )
  return { at: Number(at), client: Number(client) }
}

function narrowed(all: DialogueQuery<DialogueRow>, project: number, actor: Actor, question: InboxQuestion): DialogueQuery<DialogueRow> {
  const { tab, channel, list, label, block, responsible, from, before, variable, value } = question
  let query = visibleTo(all.where('dialogues.project_id', '=', project).where('dialogues.test', '=', 0), actor)
  query = ofTab(query, tab, actor)
  if (channel !== undefined) query = query.where('channel', '=', channel)
  if (block !== undefined) query = query.where('position', '=', block)
  if (responsible !== undefined) query = query.where('responsible', '=', responsible)
  if (from !== undefined) query = query.where('last_at', '>=', Date.parse(from))
  if (before !== undefined) query = query.where('last_at', '<', Date.parse(before))
  if (question.blocked !== undefined) query = query.where('blocked', '=', Number(question.blocked === 'true'))
  if (question.unsubscribed !== undefined) query = query.where('unsubscribed', '=', Number(question.unsubscribed === 'true'))
  if (list !== undefined) {
    query = query.where(
      'client_id',
      'in',
      sql<number>`(select client_id from list_members where project_id = ${project} and list = ${list})`,
    )
  }
  if (label !== undefined) {
    query = query.where(
      'client_id',
      'in',
      sql<number>`(select client_id from label_members where project_id = ${project} and label = ${label})`,
    )
  }
  if (variable)
    query = withVariable(query, project, {
      scope: searchedScope(actor),
      name: variable,
      is: value === undefined ? 'filled' : 'equal',
      value: value ?? '',
    })
  return query
}

function ofTab(query: DialogueQuery<DialogueRow>, tab: InboxQuestion['tab'], actor: Actor): DialogueQuery<DialogueRow> {
  switch (tab) {
    case 'all':
      return query
    case 'mine':
      return query.where('responsible', '=', actor.account ?? 0)
    case 'free':
      return query.where('responsible', 'is', null)
    case 'waiting':
      return query.where('waiting', '=', sql.lit(1))
    case 'unread':
      return query.where('unread', '>', sql.lit(0))
    default:
      return tab satisfies never
  }
}

/** How many dialogues each tab has for this person. */
export function* countInbox({ db }: WorkContext, project: number, actor: Actor) {
  const own = actor.account ?? 0
  const query = visibleTo(
    db.build
      .selectFrom('dialogues')
      .select([
        sql<number>`count(*)`.as('all'),
        sql<number>`coalesce(sum(case when responsible = ${own} then 1 else 0 end), 0)`.as('mine'),
        sql<number>`coalesce(sum(case when responsible is null then 1 else 0 end), 0)`.as('free'),
        sql<number>`coalesce(sum(case when waiting = 1 then 1 else 0 end), 0)`.as('waiting'),
        sql<number>`coalesce(sum(case when unread > 0 then 1 else 0 end), 0)`.as('unread'),
      ])
      .where('dialogues.project_id', '=', project)
      .where('dialogues.test', '=', 0),
    actor,
  )
  const row = yield* settle(db.first<Record<InboxQuestion['tab'], number>>(query))
  const { all = 0, mine = 0, free = 0, waiting = 0, unread = 0 } = row ?? {}
  return { all: Number(all), mine: Number(mine), free: Number(free), waiting: Number(waiting), unread: Number(unread) }
}

/** Lines of the inbox with what they show of other tables. */
export function* toDialogues(context: WorkContext, project: number, found: readonly DialogueRow[]): Step<Dialogue[]> {
  const { db, operators, channels } = context
  if (!found.length) return []
  const names = new Map((yield* operators.all(project)).map(({ account, name, email }) => [account, name || email]))
  const labels = new Map<number, number[]>()
  const query = db.build
    .selectFrom('label_members')
    .select(['client_id', 'label'])
    .where(
      'client_id',
      'in',
      found.map(({ client_id }) => client_id),
    )
  for (const { client_id, label } of yield* settle(db.all<{ client_id: number; label: number }>(query.orderBy('label')))) {
    labels.set(client_id, [...(labels.get(client_id) ?? []), label])
  }
  const shown: Dialogue[] = []
  for (const row of found) {
    const channel = yield* channels.find(row.channel)
    shown.push({
      id: row.client_id,
      name: row.name,
      channel: { key: row.channel, kind: channel?.kind ?? 'web', name: channel?.name ?? '' },
      lastAt: isoMoment(row.last_at),
      lastFrom: row.last_from,
      lastText: row.last_text,
      unread: row.unread,
      waiting: row.waiting === 1,
      pinned: row.pinned === 1,
      blocked: row.blocked === 1,
      unsubscribed: row.unsubscribed === 1,
      pausedUntil: row.paused_until !== null && row.paused_until > context.clock.now() ? isoOrNull(row.paused_until) : null,
      failed: row.failed === 1,
      responsible: row.responsible === null ? null : { account: row.responsible, name: names.get(row.responsible) ?? '' },
      labels: labels.get(row.client_id) ?? [],
    })
  }
  return shown
}
