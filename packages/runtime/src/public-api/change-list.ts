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
  const { db, lists, clock, live } = installation
  await db.transaction(function* () {
    if (!(yield* lists.find(project, list))) throw fail(404, `list ${list} not found`)
    for (const id of clients) {
      const { test } = yield* clientById(installation, project, id)
      if (change === 'add') yield* lists.add({ project, test: Number(test) }, list, id, clock.now())
      else yield* lists.remove(project, [list], id)
    }
  })
  live.publish(project, { type: 'lists-changed' })
  return success
}
