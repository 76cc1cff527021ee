import type { ConnectionWork } from '../connections/connection-work.ts'
import type { PaymentProvider } from './provider.ts'

export const testPayments: ConnectionWork = {
  kind: 'test-payments',
  check: async () => ({ ok: true, reason: '', facts: {} }),
}

/** Payments on our own page, `/pay/<token>`, where nobody pays any money. People of the test chat are always led there. */
export const testProvider: PaymentProvider = { kind: 'test-payments', link: ({ page }) => page }
