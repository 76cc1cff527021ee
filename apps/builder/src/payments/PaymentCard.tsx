import type { Payment } from '@voronka/api'
import { useLanguage } from '../app/language.ts'
import { money } from '../orders/money.ts'
import { PaymentBadge } from '../orders/PaymentBadge.tsx'
import { Moment } from '../projects/Moment.tsx'
import { ClientLink, OrderLink, Provider, Trouble } from './payment-parts.tsx'

/** A payment on a telephone. */
export function PaymentCard({ payment }: { readonly payment: Payment }) {
  const language = useLanguage()
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{money(payment.sum, payment.currency, language)}</span>
        <PaymentBadge state={payment.state} />
      </span>
      <span className="flex gap-2">
        <span className="min-w-0 flex-1 truncate">
          <ClientLink payment={payment} />
        </span>
        <span className="shrink-0">
          <OrderLink payment={payment} />
        </span>
      </span>
      {payment.description && <span className="truncate text-muted">{payment.description}</span>}
      {payment.trouble && (
        <span className="text-xs">
          <Trouble payment={payment} />
        </span>
      )}
      <span className="flex gap-2 text-xs text-faint">
        <Moment at={payment.changedAt} />
        <span className="ml-auto truncate">
          <Provider kind={payment.provider} />
        </span>
      </span>
    </>
  )
}
