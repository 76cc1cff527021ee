import type { Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { MessageExtra } from '../clients/messages.store.ts'
import type { WorkContext } from './context.ts'

const notConnected: MessageExtra = { failed: 'The channel is not connected' }
const nothing: MessageExtra = {}

/** Why a message that is said now does not reach its client: the channel through which we know him is not connected. */
export function* unreached({ channels }: WorkContext, { channel }: ClientRow): Step<MessageExtra> {
  return ((yield* channels.find(channel))?.clientType ?? null) === null ? nothing : notConnected
}
