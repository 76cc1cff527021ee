import { paymentLinkProvider } from './payment-link.ts'
import type { PaymentProvider } from './provider.ts'
import { testProvider } from './test-payments.ts'

/** Payment services, one file each. Of those that a project is connected to, the first is used. */
export const paymentProviders: readonly PaymentProvider[] = [paymentLinkProvider, testProvider]
