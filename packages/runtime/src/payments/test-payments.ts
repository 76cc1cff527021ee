import type { ConnectionWork } from '../connections/connection-work.ts'

/** Payments on our own page, `/pay/<token>`: there is nobody to ask whether that works. */
export const testPayments: ConnectionWork = {
  kind: 'test-payments',
  check: async () => ({ ok: true, reason: '', facts: {} }),
}
