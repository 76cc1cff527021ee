import { telephonyWork } from '../calls/telephony-work.ts'
import { paymentLink } from '../payments/payment-link.ts'
import { testPayments } from '../payments/test-payments.ts'
import { telephonyProviders } from '../telephony/all.ts'
import type { ConnectionTools, ConnectionWork } from './connection-work.ts'

/** What stands behind each kind of connection: one file a kind in the room of what it is for, and a line here. */
export const allConnectionWork = (tools: ConnectionTools): readonly ConnectionWork[] => [
  paymentLink,
  testPayments,
  ...tools.messengers.works,
  ...telephonyProviders.map((provider) => telephonyWork(provider, tools)),
]
