import { tellLists } from '../lists/tell-lists.ts'
import { success, type PublicCall } from './action.ts'
import { clientById } from './clients.ts'
import { fail, required } from './refused.ts'

const mostClients = 10_000

/** Puts clients into a list, or takes them out; all or nothing. */
export async function changeList({ params, installation, project }: PublicCall, change: 'add' | 'remove'): Promise<object> {
  const list = params.needId('list_id')
  const one = params.id('client_id')
  const clients = [...new Set(params.ids('clients') ?? (one === undefined ? [] : [one]))]
  if (!clients.length) throw required('clients')
  if (clients.length > mostClients) throw fail(400, `Parameter "clients" is longer than ${mostClients}`)
  const { db, lists, clock, live, worker } = installation
  const called = await db.transaction(function* () {
    const asked = { called: new Set<number>() }
    if (!(yield* lists.find(project, list))) throw fail(404, `list ${list} not found`)
    for (const id of clients) {
      const { test } = yield* clientById(installation, project, id)
      const came = change === 'add' && (yield* lists.add({ project, test: Number(test) }, list, id, clock.now()))
      const removed = change === 'remove' ? yield* lists.remove(project, [list], id) : []
      yield* tellLists(installation, { project, client: id }, { added: came ? [list] : [], removed }, asked)
    }
    return asked.called
  })
  for (const client of called) worker.drain(client)
  live.publish(project, { type: 'lists-changed' })
  return success
}
