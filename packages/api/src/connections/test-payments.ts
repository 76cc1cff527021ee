import type { ConnectionKind } from './connection-kind.ts'

/** Payments on a page of this server where nobody pays: for trying a funnel. */
export const testPayments: ConnectionKind = { kind: 'test-payments', family: 'payments', single: true, fields: [] }
