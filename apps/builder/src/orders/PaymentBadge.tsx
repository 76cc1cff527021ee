import type { PaymentState } from '@voronka/api'
import clsx from 'clsx'
import { BadgeCheck, CircleAlert, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const looks = {
  waiting: { Icon: Hourglass, color: 'text-muted' },
  paid: { Icon: BadgeCheck, color: 'text-success' },
  failed: { Icon: CircleAlert, color: 'text-danger' },
} as const

/** How the payment of an order stands. */
export function PaymentBadge({ state }: { readonly state: PaymentState }) {
  const { t } = useTranslation('orders')
  const { Icon, color } = looks[state]
  return (
    <span className={clsx('flex items-center gap-1', color)}>
      <Icon size={12} aria-hidden className="shrink-0" />
      {t(`card.payment.${state}`)}
    </span>
  )
}
