import type { Audience, CsvReport } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { audienceQuery, isEmptyAudience } from '../clients/audience-query.ts'
import type { DialogueWork } from '../clients/dialogue-work.ts'
import type { SearchIndex } from '../clients/search-index.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { readClientCsv, rejectedFile, writeCsv, type Rejected } from './client-csv.ts'
import { listMembers, type Change } from './list-members.ts'
import type { StoredList } from './lists.store.ts'

/** Clients that are deleted, or exported, in one transaction. */
const atOnce = 200
const exportedAtOnce = 5000
const previewed = 10

export type ListsWork = ReturnType<typeof createListsWork>

/** What people do with the members of a list (crm-and-tasks, section 9). */
export function createListsWork(
  context: WorkContext,
  { worker, search, dialogueWork, live }: { worker: Worker; search: SearchIndex; dialogueWork: DialogueWork; live: LiveHub },
) {
  const { db, lists, audit } = context
  const members = listMembers(context, worker)

  function* known(project: number, number: number): Step<StoredList> {
    const list = yield* lists.find(project, number)
    if (!list) throw failure('list-not-found', number)
    return list
  }

  return {
    async preview(project: number, list: number, change: Change, filter: Audience) {
      await search.catchUp()
      return db.transaction(function* () {
        yield* known(project, list)
        const query = members.concerned(project, list, change, filter).select(['client_id as id', 'name', 'channel'])
        const sample = yield* settle(db.all<{ id: number; name: string; channel: string }>(query.orderBy('client_id').limit(previewed)))
        return { count: yield* members.count(project, list, change, filter), sample }
      })
    },

    async change(project: number, list: number, change: Change, filter: Audience, everybody: boolean) {
      await search.catchUp()
      await db.transaction(() => known(project, list))
      if (change === 'exclude' && isEmptyAudience(filter) && !everybody) throw failure('everybody-meant')
      const changed = await members.change(project, list, change, filter)
      live.publish(project, { type: 'lists-changed' })
      return { changed, members: await db.transaction(() => lists.size({ project, test: 0 }, [list])) }
    },

    async importCsv(
      project: number,
      list: number,
      {
        change,
        content,
        encoding: asked,
        dryRun,
        language,
      }: { change: Change; content: string; encoding: Parameters<typeof readClientCsv>[1]; dryRun: boolean; language: 'en' | 'ru' },
    ): Promise<CsvReport> {
      const file = await readClientCsv(Buffer.from(content, 'base64'), asked)
      const { encoding, rows } = file
      const { filter, ...report } = await db.transaction(function* () {
        yield* known(project, list)
        const there = yield* ofProject(
          project,
          rows.flatMap(({ client }) => client ?? []),
        )
        const rejected = rows.flatMap(({ line, client }): Rejected[] => {
          if (client === undefined) return [[line, 'no-number']]
          return there.has(client) ? [] : [[line, 'no-client']]
        })
        const those: Audience = { ...everyone, clients: [...there] }
        const changed = dryRun ? yield* members.count(project, list, change, those) : 0
        const back = rejectedFile(file, rejected, language)
        return { filter: those, found: there.size, changed, rejected: rejected.length, rejectedFile: back }
      })
      const looked = { encoding, rows: rows.length, preview: rows.slice(0, previewed).map(({ line }) => [...line]), ...report }
      if (dryRun) return looked
      const changed = await members.change(project, list, change, filter)
      live.publish(project, { type: 'lists-changed' })
      return { ...looked, changed }
    },

    async exportCsv(project: number, list: number, actor: Actor, delimiter: ',' | ';' = ','): Promise<{ name: string; content: string }> {
      const name = await db.transaction(function* () {
        const found = yield* known(project, list)
        yield* audit(actor, { action: 'list.exported', project, subject: found.name })
        return found.name
      })
      const rows: string[][] = [['client_id', 'name', 'phone', 'email', 'channel', 'created']]
      for (let after = 0; ;) {
        const page = await db.transaction(() => rowsOf(project, list, after))
        for (const row of page)
          rows.push([
            String(row.client_id),
            row.name,
            row.phone,
            row.email,
            row.channel_name || row.channel,
            new Date(row.created_at).toISOString(),
          ])
        after = page.at(-1)?.client_id ?? 0
        if (page.length < exportedAtOnce) return { name: `${name}.csv`, content: writeCsv(rows, delimiter) }
      }
    },

    /** Irreversible; `confirm` is the name of the list. */
    async deleteMembers(project: number, list: number, confirm: string, actor: Actor): Promise<number> {
      await db.transaction(function* () {
        if ((yield* known(project, list)).name !== confirm) throw failure('not-confirmed')
        const before = { members: yield* lists.size({ project, test: 0 }, [list]) }
        yield* audit(actor, { action: 'list.members-deleted', project, subject: confirm, before })
      })
      let deleted = 0
      for (;;) {
        const clients = await db.transaction(function* () {
          const some = yield* lists.members(project, list, 0, atOnce)
          for (const client of some) yield* dialogueWork.forget(client, project)
          return some
        })
        deleted += clients.length
        for (const client of clients) live.publish(project, { type: 'client-deleted', client })
        if (clients.length < atOnce) break
      }
      live.publish(project, { type: 'lists-changed' })
      return deleted
    },
  }

  function* ofProject(project: number, clients: readonly number[]): Step<Set<number>> {
    const filter = { ...everyone, clients: [...clients] }
    const query = audienceQuery(db.build.selectFrom('dialogues'), project, filter).select('client_id')
    return new Set((yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id))
  }

  function* rowsOf(project: number, list: number, after: number) {
    const query = db.build
      .selectFrom('list_members')
      .innerJoin('dialogues', 'dialogues.client_id', 'list_members.client_id')
      .leftJoin('channels', 'channels.key', 'dialogues.channel')
      .select(['dialogues.client_id', 'dialogues.name', 'dialogues.phone', 'dialogues.email', 'dialogues.channel', 'dialogues.created_at'])
      .select('channels.name as channel_name')
      .where('list_members.project_id', '=', project)
      .where('list_members.list', '=', list)
      .where('list_members.test', '=', 0)
      .where('list_members.client_id', '>', after)
      .orderBy('list_members.client_id')
      .limit(exportedAtOnce)
    type Row = {
      client_id: number
      name: string
      phone: string
      email: string
      channel: string
      channel_name: string | null
      created_at: number
    }
    return yield* settle(db.all<Row>(query))
  }
}

const everyone: Audience = { channels: [], blocks: [], lists: [], exceptLists: [], labels: [], exceptLabels: [], states: [], variables: [] }
