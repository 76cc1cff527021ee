import { sessionFromJson, sessionToJson, type Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { WorkContext } from '../worker/context.ts'

/** The start tag of somebody who has none yet. */
export function* beginTag({ clients, clock }: WorkContext, client: ClientRow, tag: string): Step<void> {
  const row = tag === '' ? undefined : yield* clients.lock(client.id)
  if (!row || row.session === null) return
  const session = sessionFromJson(row.session, [])
  if (session.client.tag !== '') return
  const tagged = sessionToJson({ ...session, client: { ...session.client, tag } })
  yield* clients.save({ id: row.id, name: row.name, session: tagged, position: session.position, now: clock.now() })
}
