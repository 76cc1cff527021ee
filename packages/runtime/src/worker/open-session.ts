import { newSession, sessionFromJson, type Pending, type Session } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Channel } from './channels-cache.ts'

/** `client_type` and `messenger` of calculator-language, section 4.2. */
const onlineChat = { clientType: 5, messenger: 'online chat' }

/** The client's session as the engine wants it: stored before, or that of somebody who has just appeared. */
export function openSession(
  client: ClientRow,
  pending: readonly Pending[],
  channel: Channel,
  arrived: { now: number; tag?: string },
): Session {
  if (client.session !== null) return sessionFromJson(client.session, pending)
  return newSession({
    id: client.id,
    name: client.name,
    fullName: client.name,
    avatar: '',
    // What names a visitor on the web chat is his secret; the messenger's own id of him is a number of ours.
    platformId: String(client.id),
    ...onlineChat,
    group: channel.name || channel.key,
    tag: arrived.tag ?? '',
    createdAt: arrived.now,
  })
}
