import type { Session, Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'

/** A client as the engine sees him, without what is planned. */
export function* sessionOf(context: WorkContext, client: ClientRow): Step<Session> {
  const channel = yield* context.channels.find(client.channel)
  if (!channel) throw new Error(`Client ${client.id} belongs to no channel.`)
  return openSession(client, [], channel, { now: client.created_at })
}
