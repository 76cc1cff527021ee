import { toText } from '@voronka/calculator'
import { normalPhone } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db, Urgency } from '../db/contract.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'
import type { DialogueRow } from './dialogues.store.ts'
import { searchValue, searchWords, wordSources } from './search-words.ts'

/** Clients that are looked at in one transaction, messages of each at a time, and rows written at once. */
const clientsAtOnce = 5
const messagesAtOnce = 200
const rowsAtOnce = 100

/** So many are caught up with before somebody's search is answered; the rest follows in the background. */
const beforeSearch = 500
const idleMs = 250

/** Beside turns, so many times as long as the last step took passes before the next one: a busy server has a twentieth of its time for words. */
const restShare = 19

export type SearchIndex = ReturnType<typeof createSearchIndex>

/**
 * What clients are found by: words of names, contacts, variables and messages, and their variables. A turn only marks its client; the words follow when
 * nothing else waits, so that search costs a conversation nothing. What anybody searches for is caught up with first.
 */
export function createSearchIndex(
  context: Pick<WorkContext, 'db' | 'clock' | 'clients' | 'channels'>,
  onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void,
) {
  const { db, clock } = context
  let planned: (() => void) | undefined
  let running: Promise<number> | undefined
  let stopped = false
  /** Somebody was marked since the last look. */
  let marked = false
  let working = false

  const some = (urgency: Urgency): Promise<number> =>
    (running ??= db.transaction(() => indexSome(context), urgency).finally(() => (running = undefined)))

  /** `most`: clients that whoever waits for it can wait for. */
  async function catchUp(most = beforeSearch, urgency: Urgency = 'now'): Promise<void> {
    for (let done = 0; done < most && !stopped;) {
      const count = await some(urgency)
      if (count === 0) return
      done += count
    }
  }

  async function work(): Promise<void> {
    planned = undefined
    marked = false
    working = true
    const start = performance.now()
    try {
      const more = (await some('later')) > 0
      if (!stopped && (more || marked)) plan(marked ? Math.max(idleMs, restShare * (performance.now() - start)) : 0)
    } catch (error) {
      onError(error, { what: 'search index' })
    } finally {
      working = false
    }
  }

  function plan(ms: number): void {
    planned = clock.at(clock.now() + ms, () => void work())
  }

  /** Something changed: it is looked at when a moment has passed. */
  function soon(): void {
    marked = true
    if (!stopped && !planned && !working) plan(idleMs)
  }

  return {
    soon,
    catchUp,
    async stop(): Promise<void> {
      stopped = true
      planned?.()
      await running?.catch(() => undefined)
    },
  }
}

/** What was written is gone or reads otherwise: the words of that client are gathered anew from what is there, before anybody searches. */
export function* forgetWords(db: Db, client: number): Step<void> {
  yield* settle(db.run(db.build.deleteFrom('search_words').where('client_id', '=', client)))
  yield* settle(db.run(db.build.updateTable('dialogues').set({ stale: 1, searched: 0 }).where('client_id', '=', client)))
}

/** Gives how many clients it looked at. */
function* indexSome(context: Pick<WorkContext, 'db' | 'clients' | 'channels'>): Step<number> {
  const { db } = context
  const query = db.build.selectFrom('dialogues').selectAll().where('stale', '=', 1).orderBy('client_id').limit(clientsAtOnce)
  const rows = yield* settle(db.all<DialogueRow & { searched: number }>(query))
  for (const row of rows) yield* indexClient(context, row)
  return rows.length
}

function* indexClient(context: Pick<WorkContext, 'db' | 'clients' | 'channels'>, row: DialogueRow & { searched: number }): Step<void> {
  const { db, clients } = context
  const id = row.client_id
  // Somebody may be deleting him: his words are not for who is gone.
  if (!(yield* clients.lock(id))) return
  const messages = yield* settle(
    db.all<{ id: number; text: string }>(
      db.build
        .selectFrom('messages')
        .select(['id', 'text'])
        .where('client_id', '=', id)
        .where('id', '>', row.searched)
        .orderBy('id')
        .limit(messagesAtOnce),
    ),
  )
  const stale = Number(messages.length === messagesAtOnce)
  const searched = messages.at(-1)?.id ?? row.searched
  // First of all, so that a turn that changes him meanwhile marks him again.
  yield* settle(db.run(db.build.updateTable('dialogues').set({ stale, searched }).where('client_id', '=', id)))
  const variables = yield* variablesOf(context, row)
  const open = [row.name, row.phone, row.email, ...messages.map(({ text }) => text)].map((text) => ({ text, source: wordSources.open }))
  const known = variables.map(({ scope, shown }) => ({ text: shown, source: wordSources[scope] }))
  yield* keepWords(db, row, [...open, ...known])
  yield* settle(db.run(db.build.deleteFrom('client_variables').where('client_id', '=', id)))
  yield* keepPhones(db, row, variables)
  const stored = variables.map(({ scope, name, shown }) => ({
    client_id: id,
    project_id: row.project_id,
    scope,
    name,
    value: searchValue(shown),
  }))
  for (let at = 0; at < stored.length; at += rowsAtOnce) {
    yield* settle(db.run(db.build.insertInto('client_variables').values(stored.slice(at, at + rowsAtOnce))))
  }
}

/** A word that is known already may have come from somewhere else, too. */
function* keepWords(
  db: Db,
  { client_id, project_id }: DialogueRow,
  texts: readonly { readonly text: string; readonly source: number }[],
): Step<void> {
  const sources = new Map<string, number>()
  for (const { text, source } of texts) for (const word of searchWords(text)) sources.set(word, (sources.get(word) ?? 0) | source)
  const rows = [...sources].map(([word, from]) => ({ project_id, word, client_id, sources: from }))
  const joined = sql<number>`search_words.sources | excluded.sources`
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const query = db.build.insertInto('search_words').values(rows.slice(at, at + rowsAtOnce))
    yield* settle(
      db.run(
        query.onConflict((conflict) =>
          conflict
            .columns(['project_id', 'word', 'client_id'])
            .doUpdateSet({ sources: joined })
            .where(sql<boolean>`(${joined}) <> search_words.sources`),
        ),
      ),
    )
  }
}

/** Numbers by which calls find their client (telephony, section 3): of his card, and of every variable that is one. */
function* keepPhones(
  db: Db,
  { client_id, project_id, phone }: DialogueRow,
  variables: readonly { readonly scope: 'client' | 'order'; readonly shown: string }[],
): Step<void> {
  yield* settle(db.run(db.build.deleteFrom('client_phones').where('client_id', '=', client_id)))
  const written = [{ scope: 'client' as const, shown: phone }, ...variables]
  const numbers = written.flatMap(({ scope, shown }) => (isShort(shown) ? [{ scope, phone: normalPhone(shown) }] : []))
  const rows = new Map(numbers.flatMap(({ scope, phone: number }) => (number ? [[`${scope} ${number}`, { scope, phone: number }]] : [])))
  const stored = [...rows.values()].map((each) => ({ ...each, client_id, project_id }))
  for (let at = 0; at < stored.length; at += rowsAtOnce) {
    yield* settle(db.run(db.build.insertInto('client_phones').values(stored.slice(at, at + rowsAtOnce))))
  }
}

/** A text with many digits in it is none, however it is written. */
const isShort = (shown: string): boolean => shown.length <= 40

/** More variables of one scope than this are not searched in. */
const mostVariables = 500

function* variablesOf({ clients, channels }: Pick<WorkContext, 'clients' | 'channels'>, { client_id }: DialogueRow) {
  const client = yield* clients.find(client_id)
  const channel = client && (yield* channels.find(client.channel))
  if (!client?.session || !channel) return []
  const { variables } = openSession(client, [], channel, { now: 0 })
  return (['client', 'order'] as const).flatMap((scope) =>
    [...variables[scope]].slice(0, mostVariables).map(([name, value]) => ({ scope, name, shown: toText(value) })),
  )
}
