import type { Card, Order, OrderPlace, OrderTarget, Pipeline } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRightLeft, MessageSquare, Trash2, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { messengerTitle } from '../app/messenger-title.ts'
import { ApiError } from '../app/api-error.ts'
import { Broken } from '../app/Broken.tsx'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, EmptyState, IconButton, Menu, Section, Skeleton } from '../ui/index.ts'
import { OrderConflicts } from './OrderConflicts.tsx'
import { OrderFields } from './OrderFields.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderPayments } from './OrderPayments.tsx'
import { OrderVariables } from './OrderVariables.tsx'
import { moveTargets } from './move-targets.ts'
import { orderQuery } from './orders.queries.ts'
import { placeName } from './place.ts'
import { useChangeOrder } from './use-change-order.ts'

interface OrderPanelProps {
  readonly order: number
  readonly pipelines: readonly Pipeline[]
  readonly editable: boolean
  move(card: Pick<Card, 'number' | 'at' | 'name'>, to: OrderPlace | 'delete'): void
  restore(order: Order): void
  onClose(): void
}

/** One order beside the board: what it is, where it stands, what is known of it, and who changed what. */
export function OrderPanel({ order: number, pipelines, editable, move, restore, onClose }: OrderPanelProps) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const query = orderQuery(projectId, number)
  const { data: order, error, refetch } = useQuery(query)
  useLive(projectId, (event) => {
    const concerns =
      event.type === 'order-changed' ? event.order === number : event.type === 'orders-changed' && event.orders.includes(number)
    if (!concerns) return
    void queries.invalidateQueries({ queryKey: query.queryKey })
    void queries.invalidateQueries({ queryKey: ['orders', projectId, 'history', number] })
    void queries.invalidateQueries({ queryKey: ['orders', projectId, 'payments', number] })
  })
  return (
    <aside
      aria-label={t('panel.label', { number })}
      className="absolute inset-0 z-20 flex flex-col border-l border-line bg-surface sm:static sm:w-96 sm:shrink-0"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {error && !order ? (
        <>
          <PanelHead number={number} onClose={onClose} />
          {error instanceof ApiError && error.status === 404 ? (
            <EmptyState title={t('panel.gone')} about={t('panel.goneAbout')} />
          ) : (
            <Broken error={error} onRetry={() => void refetch()} />
          )}
        </>
      ) : order ? (
        <OpenOrder key={number} order={order} pipelines={pipelines} editable={editable} move={move} restore={restore} onClose={onClose} />
      ) : (
        <>
          <PanelHead number={number} onClose={onClose} />
          <div className="flex flex-col gap-3 p-4" aria-busy>
            <Skeleton className="h-8" />
            <Skeleton className="h-8" />
            <Skeleton className="h-24" />
          </div>
        </>
      )}
    </aside>
  )
}

function PanelHead({ number, children, onClose }: { readonly number: number; readonly children?: React.ReactNode; onClose(): void }) {
  const { t } = useTranslation('orders')
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
      <h2 className="min-w-0 flex-1 truncate font-medium">{t('panel.title', { number })}</h2>
      {children}
      <IconButton label={t('panel.close')} icon={<X size={16} />} onClick={onClose} />
    </header>
  )
}

function OpenOrder({ order, pipelines, editable, move, restore, onClose }: Omit<OrderPanelProps, 'order'> & { readonly order: Order }) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const change = useChangeOrder(order.number)
  const { at, client } = order
  const closed = 'place' in at && at.place !== 'unsorted'
  const currency = pipelines.find(({ states }) => 'state' in at && states.some(({ id }) => id === at.state))?.currency ?? ''
  const to = (target: OrderTarget) => {
    if (!('pipeline' in target)) move(order, target)
  }
  return (
    <>
      <PanelHead number={order.number} onClose={onClose}>
        {editable && closed && (
          <Button small icon={<Undo2 size={14} aria-hidden />} onClick={() => restore(order)}>
            {t('panel.restore')}
          </Button>
        )}
        {editable && (
          <>
            <Menu
              align="end"
              trigger={
                <Button small icon={<ArrowRightLeft size={14} aria-hidden />}>
                  {t('move.to')}
                </Button>
              }
              items={moveTargets(t, pipelines, at).map((entry) =>
                typeof entry === 'object' && 'to' in entry
                  ? { label: entry.label, disabled: entry.disabled, onSelect: () => to(entry.to) }
                  : entry,
              )}
            />
            <IconButton label={t('move.delete')} icon={<Trash2 size={16} />} onClick={() => move(order, 'delete')} />
          </>
        )}
      </PanelHead>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          <dt className="text-muted">{t('panel.place')}</dt>
          <dd className="font-medium">
            {placeName(t, pipelines, at)}{' '}
            <span className="font-normal text-faint">
              · <Moment at={order.enteredAt} />
            </span>
          </dd>
          <dt className="text-muted">{t('panel.client')}</dt>
          <dd className="min-w-0">
            <bdi className="block truncate">{client.name || t('card.noName', { id: client.id })}</bdi>
            <span className="block truncate text-xs text-muted">
              {[messengerTitle(client.messenger, say), client.phone, client.email].filter(Boolean).join(' · ')}
            </span>
            {rights.may('clients') && (
              <Link
                to="/p/$projectId/clients"
                params={{ projectId }}
                search={{ client: client.id }}
                className="mt-0.5 inline-flex items-center gap-1 text-xs text-accent hover:underline"
              >
                <MessageSquare size={12} aria-hidden />
                {t('panel.dialogue')}
              </Link>
            )}
          </dd>
          <dt className="text-muted">{t('panel.created')}</dt>
          <dd>
            <Moment at={order.createdAt} />
            {order.current && <span className="ml-2 rounded-sm bg-accent-soft px-1.5 text-xs text-accent">{t('panel.current')}</span>}
          </dd>
          {order.submittedAt && (
            <>
              <dt className="text-muted">{t('panel.submitted')}</dt>
              <dd>
                <Moment at={order.submittedAt} />
              </dd>
            </>
          )}
        </dl>
        <OrderConflicts change={change} pipelines={pipelines} />
        <OrderFields order={order} currency={currency} editable={editable} onChange={change.save} />
        <OrderPayments key={order.number} order={order} currency={currency} editable={editable} />
        {rights.has('variables.seeOrder') && <OrderVariables order={order} editable={editable} onChange={change.save} />}
        <Section title={t('history.title')}>
          <OrderHistory order={order.number} currency={currency} />
        </Section>
      </div>
    </>
  )
}
