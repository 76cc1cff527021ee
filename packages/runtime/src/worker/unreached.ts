import type { MessageExtra } from '../clients/messages.store.ts'
import type { Channel } from './channels-cache.ts'

const notConnected: MessageExtra = { failed: 'The channel is not connected' }
const nothing: MessageExtra = {}

/** Why a message that is said now does not reach its client: the channel through which we know him is not connected. */
export const unreached = ({ clientType, outside, enabled }: Channel): MessageExtra =>
  clientType === null || (outside && enabled) ? nothing : notConnected
