import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Wallet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { ListScreen } from '../list-screen/index.ts'
import { EmptyState } from '../ui/index.ts'
import { PaymentCard } from './PaymentCard.tsx'
import { PaymentsFilters } from './PaymentsFilters.tsx'
import { PaymentSums } from './PaymentSums.tsx'
import { usePaymentColumns } from './payment-columns.tsx'
import { paymentsKey, paymentsQuery } from './payments.queries.ts'
import { isFiltered, type PaymentsSearch } from './payments-search.ts'

/** What clients were asked to pay, and what became of it (user-expectations, area 11). */
export function PaymentsPage() {
  const { t } = useTranslation('payments')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/p/$projectId/payments' })
  const search = useSearch({ from: '/p/$projectId/payments' })
  const setSearch = (fields: Partial<PaymentsSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...fields }), replace: !('client' in fields) })
  const query = useInfiniteQuery({ ...paymentsQuery(projectId, search), placeholderData: (former) => former })
  // Whatever happens to a payment stands in the history of its order.
  useLive(projectId, ({ type }) => {
    if (type === 'order-changed' || type === 'orders-changed' || type === 'hello')
      void queries.invalidateQueries({ queryKey: paymentsKey(projectId) })
  })
  const sums = query.data?.pages[0]?.sums ?? []
  return (
    <main className="flex h-full min-h-0 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <ListScreen
        query={query}
        rows={query.data?.pages.flatMap(({ payments }) => payments) ?? []}
        total={sums.reduce((total, { count }) => total + count, 0)}
        columns={usePaymentColumns()}
        keyOf={({ number }) => number}
        card={(payment) => <PaymentCard payment={payment} />}
        filters={<PaymentsFilters search={search} onSearch={setSearch} />}
        filtered={isFiltered(search)}
        summary={<PaymentSums sums={sums} />}
        empty={<NoPayments />}
      />
    </main>
  )
}

function NoPayments() {
  const { t } = useTranslation('payments')
  const { id: projectId, rights } = useProject()
  const button = 'inline-flex h-8 items-center rounded-md border border-line bg-surface px-3 text-sm hover:bg-hover'
  return (
    <EmptyState icon={<Wallet size={32} />} title={t('none')} about={t('noneAbout')}>
      <Link to="/p/$projectId/orders" params={{ projectId }} className={button}>
        {t('toOrders')}
      </Link>
      {rights.may('settings') && (
        <Link to="/p/$projectId/settings/$part" params={{ projectId, part: 'integrations' }} className={button}>
          {t('connections')}
        </Link>
      )}
    </EmptyState>
  )
}
