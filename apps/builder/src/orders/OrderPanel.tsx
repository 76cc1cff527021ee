import type { Card, Order, OrderPlace, OrderTarget, Pipeline } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowRightLeft, MessageSquare, Trash2, Undo2, X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { messengerTitle } from '../app/messenger-title.ts'
import { ApiError } from '../app/api-error.ts'
import { Broken } from '../app/Broken.tsx'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, EmptyState, IconButton, Menu, Section, Segments, Skeleton } from '../ui/index.ts'
import { OrderConflicts } from './OrderConflicts.tsx'
import { OrderFields } from './OrderFields.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderPayments } from './OrderPayments.tsx'
import { OrderVariables } from './OrderVariables.tsx'
import { moveTargets } from './move-targets.ts'
import { orderQuery } from './orders.queries.ts'
import { placeName } from './place.ts'
import { useChangeOrder } from './use-change-order.ts'
import { useFocusWhileOpen } from './use-focus-while-open.ts'
import { useOrderDialogue, type OrderDialogue } from './use-order-dialogue.ts'

const ClientDialogue = lazy(() => import('../clients/index.ts').then((module) => ({ default: module.ClientDialogue })))

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
  const talk = useOrderDialogue()
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
  const panel = useFocusWhileOpen(number)
  return (
    <div
      className="absolute inset-0 z-20 flex sm:static sm:shrink-0"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {order && talk.beside && (
        <section aria-label={t('panel.dialogue')} className="w-100 border-l border-line bg-surface">
          <Dialogue key={order.client.id} order={order} />
        </section>
      )}
      <aside
        ref={panel}
        tabIndex={-1}
        aria-label={t('panel.label', { number })}
        className="flex min-w-0 flex-1 flex-col border-l border-line bg-surface outline-none sm:w-96 sm:flex-none"
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
          <OpenOrder
            key={number}
            order={order}
            pipelines={pipelines}
            editable={editable}
            talk={talk}
            move={move}
            restore={restore}
            onClose={onClose}
          />
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
    </div>
  )
}

/** What was said with the client of the order. When he is deleted, his orders go with him. */
function Dialogue({ order }: { readonly order: Order }) {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  return (
    <Suspense fallback={<Skeleton className="m-3 h-9" />}>
      <ClientDialogue client={order.client.id} onDeleted={() => void queries.invalidateQueries({ queryKey: ['orders', projectId] })} />
    </Suspense>
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

interface OpenOrderProps extends Omit<OrderPanelProps, 'order'> {
  readonly order: Order
  readonly talk: OrderDialogue
}

function OpenOrder({ order, pipelines, editable, talk, move, restore, onClose }: OpenOrderProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { rights } = useProject()
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
        {talk.wide && (
          <IconButton
            label={t(talk.beside ? 'panel.hideDialogue' : 'panel.showDialogue')}
            pressed={talk.beside}
            icon={<MessageSquare size={16} />}
            onClick={talk.toggle}
          />
        )}
      </PanelHead>
      {talk.tab && (
        <div className="border-b border-line px-3 py-2">
          <Segments
            label={t('panel.shown')}
            labelHidden
            value={talk.tab}
            options={[
              { value: 'order', text: t('panel.order') },
              { value: 'dialogue', text: t('panel.dialogue') },
            ]}
            onChange={talk.choose}
          />
        </div>
      )}
      {talk.tab === 'dialogue' && (
        <div className="min-h-0 flex-1">
          <Dialogue order={order} />
        </div>
      )}
      <div className={clsx('min-h-0 flex-1 overflow-y-auto px-4 py-3', talk.tab === 'dialogue' && 'hidden')}>
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
