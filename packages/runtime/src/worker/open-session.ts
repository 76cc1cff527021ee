import { newSession, sessionFromJson, type Pending, type Session } from '@voronka/flow/engine'
import { channelKinds, messengers } from '../channels/channel-kind.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Channel } from './channels-cache.ts'

/** What is known of somebody who has just appeared. */
export interface Arrived {
  /** Kept where he has none yet. */
  readonly name?: string | undefined
  readonly tag?: string | undefined
  readonly fullName?: string | undefined
}

/** The client's session as the engine wants it: stored before, or that of somebody who has just appeared. */
export function openSession(
  client: ClientRow,
  pending: readonly Pending[],
  channel: Channel,
  arrived: Arrived & { readonly now: number },
): Session {
  if (client.session !== null) {
    const session = sessionFromJson(client.session, pending)
    return session.client.name === '' && arrived.name ? { ...session, client: { ...session.client, name: arrived.name } } : session
  }
  const { clientType, messenger } = kindOf(channel)
  return newSession({
    id: client.id,
    name: client.name,
    fullName: arrived.fullName || client.name,
    avatar: '',
    platformId: platformIdOf(client, channel),
    clientType,
    messenger,
    group: channel.clientType === null ? channel.name || channel.key : channel.name,
    tag: arrived.tag ?? '',
    createdAt: arrived.now,
  })
}

const kindOf = ({ kind, clientType }: Channel): { clientType: number; messenger: string } =>
  clientType === null ? channelKinds[kind] : { clientType, messenger: messengers.get(clientType) ?? '' }

/**
 * What the messenger calls him. What names a visitor on the web chat is his secret, so there it is a number of ours; people whom we know by phone or
 * e-mail alone are called by these.
 */
export function platformIdOf({ id, outside_id }: Pick<ClientRow, 'id' | 'outside_id'>, { clientType }: Channel): string {
  return clientType === null ? String(id) : outside_id.replace(/^(phone|email):/, '')
}
