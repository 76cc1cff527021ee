import type { Payment } from '@voronka/api'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import type { Column } from '../list-screen/index.ts'
import { money } from '../orders/money.ts'
import { PaymentBadge } from '../orders/PaymentBadge.tsx'
import { Moment } from '../projects/Moment.tsx'
import { ClientLink, OrderLink, Provider, Trouble } from './payment-parts.tsx'

/** What the table says of a payment. */
export function usePaymentColumns(): readonly Column<Payment>[] {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  return [
    { title: t('columns.number'), className: 'w-16 text-muted', cell: ({ number }) => number },
    {
      title: t('columns.sum'),
      className: 'w-32',
      cell: ({ sum, currency }) => <span className="font-medium">{money(sum, currency, language)}</span>,
    },
    {
      title: t('columns.state'),
      cell: ({ state }) => <PaymentBadge state={state} />,
      below: (payment) => payment.trouble && <Trouble payment={payment} />,
    },
    { title: t('columns.client'), cell: (payment) => <ClientLink payment={payment} /> },
    { title: t('columns.order'), cell: (payment) => <OrderLink payment={payment} />, below: ({ description }) => description },
    {
      title: t('columns.through'),
      wide: true,
      className: 'w-44',
      cell: ({ provider }) => <Provider kind={provider} />,
      below: ({ outsideId }) => outsideId && <bdi>{outsideId}</bdi>,
    },
    { title: t('columns.asked'), className: 'w-36 text-muted', cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: t('columns.changed'), wide: true, className: 'w-36 text-muted', cell: ({ changedAt }) => <Moment at={changedAt} /> },
    {
      title: t('columns.link'),
      className: 'w-20',
      cell: ({ state, link, number }) =>
        state !== 'paid' && (
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={t('openLink', { number })}
            className="inline-flex rounded-sm p-0.5 text-accent hover:bg-hover"
          >
            <ExternalLink size={14} aria-hidden />
          </a>
        ),
    },
  ]
}
