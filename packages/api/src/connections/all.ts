import type { ConnectionKind } from './connection-kind.ts'
import { mockCalls } from './mock-calls.ts'
import { paymentLink } from './payment-link.ts'
import { telegram } from './telegram.ts'
import { testPayments } from './test-payments.ts'
import { zvonobot } from './zvonobot.ts'

/** Everything that a project can be connected to: one file a kind, and a line here. */
export const connectionKinds: readonly ConnectionKind[] = [paymentLink, telegram, testPayments, zvonobot, mockCalls]
