import type { Audience } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { audienceQuery } from '../clients/audience-query.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { tellLists } from './tell-lists.ts'

export type Change = 'add' | 'exclude'

/** Whose membership changes in one transaction where their dialogues are told of it: whoever writes meanwhile is answered in between. */
const toldAtOnce = 100

/** Many clients come to a list, or leave it, at once (crm-and-tasks, section 9). */
export function listMembers(context: WorkContext, worker: Worker) {
  const { db, clock, lists } = context

  /** Whom a change would concern: those who are not in it yet, or those who are. */
  function concerned(project: number, list: number, change: Change, filter: Audience) {
    const members = sql<number>`(select client_id from list_members where project_id = ${project} and list = ${list})`
    const query = audienceQuery(db.build.selectFrom('dialogues'), project, filter)
    return query.where('dialogues.client_id', change === 'add' ? 'not in' : 'in', members)
  }

  function* count(project: number, list: number, change: Change, filter: Audience): Step<number> {
    const row = yield* settle(
      db.first<{ count: number }>(concerned(project, list, change, filter).select(sql<number>`count(*)`.as('count'))),
    )
    return Number(row?.count ?? 0)
  }

  /** One statement, however many they are. */
  function* atOnce(project: number, list: number, change: Change, filter: Audience): Step<number> {
    if (change === 'exclude') {
      const who = concerned(project, list, change, filter).select('dialogues.client_id')
      const query = db.build
        .deleteFrom('list_members')
        .where('project_id', '=', project)
        .where('list', '=', list)
        .where('client_id', 'in', who)
      return (yield* settle(db.run(query))).changes
    }
    const rows = concerned(project, list, change, filter).select([
      sql<number>`${sql.lit(project)}`.as('project_id'),
      sql<number>`${sql.lit(list)}`.as('list'),
      'dialogues.client_id',
      sql<number>`0`.as('test'),
      sql<number>`${sql.lit(clock.now())}`.as('added_at'),
    ])
    const query = db.build.insertInto('list_members').columns(['project_id', 'list', 'client_id', 'test', 'added_at']).expression(rows)
    return (yield* settle(db.run(query))).changes
  }

  /** Each dialogue is told (section 7). Who was deleted meanwhile, and a list that was, are left alone. */
  async function oneByOne(project: number, list: number, change: Change, clients: readonly number[]): Promise<number> {
    let changed = 0
    for (let at = 0; at < clients.length; at += toldAtOnce) {
      const some = clients.slice(at, at + toldAtOnce)
      const { those, called } = await db.transaction(() => tell(project, list, change, some), 'later')
      changed += those
      for (const client of called) worker.drain(client)
    }
    return changed
  }

  function* tell(project: number, list: number, change: Change, clients: readonly number[]) {
    const called = new Set<number>()
    let those = 0
    for (const client of (yield* lists.find(project, list)) ? clients : []) {
      if (!(yield* context.clients.find(client))) continue
      const added = change === 'add' && (yield* lists.add({ project, test: 0 }, list, client, clock.now())) ? [list] : []
      const removed = change === 'exclude' ? yield* lists.remove(project, [list], client) : []
      yield* tellLists(context, { project, client }, { added, removed }, { called })
      those += added.length + removed.length
    }
    return { those, called }
  }

  return {
    concerned,
    count,

    /** Gives how many it was that came or left. */
    async change(project: number, list: number, change: Change, filter: Audience): Promise<number> {
      const done = await db.transaction(function* () {
        if (!(yield* context.workSettings.get(project)).callbacks.lists) return yield* atOnce(project, list, change, filter)
        const query = concerned(project, list, change, filter).select('dialogues.client_id as client').orderBy('client')
        return (yield* settle(db.all<{ client: number }>(query))).map(({ client }) => client)
      })
      return typeof done === 'number' ? done : oneByOne(project, list, change, done)
    },
  }
}
