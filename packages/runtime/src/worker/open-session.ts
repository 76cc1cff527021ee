import { newSession, sessionFromJson, type Pending, type Session } from '@voronka/flow/engine'
import { channelKinds } from '../channels/channel-kind.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Channel } from './channels-cache.ts'

/** The client's session as the engine wants it: stored before, or that of somebody who has just appeared. */
export function openSession(
  client: ClientRow,
  pending: readonly Pending[],
  channel: Channel,
  arrived: { now: number; tag?: string },
): Session {
  if (client.session !== null) return sessionFromJson(client.session, pending)
  const { clientType, messenger } = channelKinds[channel.kind]
  return newSession({
    id: client.id,
    name: client.name,
    fullName: client.name,
    avatar: '',
    // What names a visitor on the web chat is his secret; the messenger's own id of him is a number of ours.
    platformId: String(client.id),
    clientType,
    messenger,
    group: channel.name || channel.key,
    tag: arrived.tag ?? '',
    createdAt: arrived.now,
  })
}
