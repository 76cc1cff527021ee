import type { PaymentState } from '@voronka/api'

export const stateColors = { waiting: 'text-muted', paid: 'text-success', failed: 'text-danger' } as const satisfies Record<
  PaymentState,
  string
>
