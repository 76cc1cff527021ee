import type { ConnectionWork } from '../connections/connection-work.ts'

/** A payment service that is reached by a link and calls back. It is asked nothing, so what can be checked is what was entered. */
export const paymentLink: ConnectionWork = {
  kind: 'payment-link',
  async check({ settings: { link } }) {
    const missing = ['payment', 'sum'].find((name) => !String(link).includes(`{${name}`))
    return { ok: !missing, reason: missing ? `no-${missing}` : '', facts: {} }
  },
  inbound: ({ inboundKey }) => ({ callback: `/pay/callback/${inboundKey}` }),
}
