import type { OrderSort, Pipeline } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { useLanguage } from '../app/language.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { EmptyState, IconButton, Select, Skeleton } from '../ui/index.ts'
import { changesCards } from './changes-cards.ts'
import { filterOf, type OrdersSearch } from './filter.ts'
import { money } from './money.ts'
import { OrderLabels } from './OrderLabels.tsx'
import { ordersQuery } from './orders.queries.ts'
import { placeName } from './place.ts'

interface OrdersTableProps {
  readonly pipelines: readonly Pipeline[]
  readonly pipeline: Pipeline
  readonly search: OrdersSearch
  readonly selected: ReadonlySet<number>
  readonly opened: number | undefined
  open(order: number): void
  toggle(order: number): void
  /** Selects exactly these. */
  select(orders: readonly number[]): void
  onSearch(fields: Partial<OrdersSearch>): void
}

const pageSize = 50

const headings = [
  { sort: 'number', name: 'number' },
  { sort: 'name', name: 'name' },
  { sort: 'client', name: 'client' },
  { sort: 'entered', name: 'where' },
  { sort: 'budget', name: 'budget' },
  { sort: 'created', name: 'created' },
] as const satisfies readonly { sort: OrderSort; name: string }[]

/** A telephone has no room for these: what they say stands below the name. */
const wide = 'hidden sm:table-cell'
const besideName: ReadonlySet<OrderSort> = new Set(['client', 'entered', 'created'])

/** The same orders as a list: sorted, page by page. */
export function OrdersTable({ pipelines, pipeline, search, selected, opened, open, toggle, select, onSearch }: OrdersTableProps) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { sort = 'created', direction = 'desc', page = 1, place = 'active' } = search
  const filter = filterOf(search)
  const query = ordersQuery(projectId, filter, {
    ...(place !== 'unsorted' && { pipeline: pipeline.id }),
    place,
    sort,
    direction,
    page,
    size: pageSize,
  })
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...query, placeholderData: (former) => former })
  const orders = data?.orders ?? []
  useLive(projectId, (event) => {
    const shows = (client: number) => orders.some((order) => order.client.id === client)
    if (changesCards(event, filter, shows)) void queries.invalidateQueries({ queryKey: ['orders', projectId, 'list'] })
  })
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / pageSize))
  const numbers = orders.map(({ number }) => number)
  const clientName = ({ client }: (typeof orders)[number]) => client.name || t('card.noName', { id: client.id })
  const all = numbers.length > 0 && numbers.every((number) => selected.has(number))
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 pt-3">
        <div className="w-44">
          <Select
            label={t('list.place')}
            labelHidden
            value={place}
            options={(['active', 'unsorted', 'success', 'fail', 'archive'] as const).map((value) => ({
              value,
              label: value === 'active' ? t('list.active') : t(`place.${value}`),
            }))}
            onChange={(value) => onSearch({ place: value === 'active' ? undefined : value, page: undefined })}
          />
        </div>
        <p className="text-sm text-muted" role="status">
          {data && t('column.count', { count: data.total })}
          {data && data.sum !== 0 && ` · ${money(data.sum, pipeline.currency, language)}`}
        </p>
        <span className="flex-1" />
        <IconButton
          label={t('list.previous')}
          icon={<ChevronLeft size={16} />}
          disabled={page <= 1}
          onClick={() => onSearch({ page: page - 1 })}
        />
        <span className="text-sm text-muted tabular-nums">{t('list.page', { page, pages })}</span>
        <IconButton
          label={t('list.next')}
          icon={<ChevronRight size={16} />}
          disabled={page >= pages}
          onClick={() => onSearch({ page: page + 1 })}
        />
      </div>
      <div className={clsx('min-h-0 flex-1 overflow-auto p-3 transition-opacity', isPlaceholderData && 'opacity-60')}>
        {data && !orders.length ? (
          <EmptyState title={t('list.none')} about={t('list.noneAbout')} />
        ) : (
          <table className="w-full border-separate sm:min-w-160 border-spacing-0 rounded-md border border-line bg-surface text-sm">
            <thead>
              <tr className="text-left text-xs text-muted">
                <th className="w-8 border-b border-line px-3 py-2">
                  <input
                    type="checkbox"
                    className="accent-accent"
                    aria-label={t('list.selectAll')}
                    checked={all}
                    onChange={() => select(all ? [] : numbers)}
                  />
                </th>
                {headings.map(({ sort: by, name }) => (
                  <th
                    key={by}
                    scope="col"
                    aria-sort={sort === by ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
                    className={clsx(
                      'border-b border-line px-3 py-2 font-normal',
                      by === 'budget' && 'text-right',
                      by === 'name' && 'w-full sm:w-auto',
                      besideName.has(by) && wide,
                    )}
                  >
                    <button
                      type="button"
                      className="inline-flex items-center gap-1 hover:text-text"
                      onClick={() =>
                        onSearch({ sort: by, direction: sort === by && direction === 'desc' ? 'asc' : 'desc', page: undefined })
                      }
                    >
                      {t(`list.${name}`)}
                      {sort === by && (direction === 'asc' ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
                    </button>
                  </th>
                ))}
                <th scope="col" className={clsx('border-b border-line px-3 py-2 font-normal', wide)}>
                  {t('fields.responsible')}
                </th>
                <th scope="col" className={clsx('border-b border-line px-3 py-2 font-normal', wide)}>
                  {t('list.labels')}
                </th>
              </tr>
            </thead>
            <tbody>
              {!data &&
                [1, 2, 3, 4, 5, 6].map((row) => (
                  <tr key={row}>
                    <td colSpan={9} className="px-3 py-1.5">
                      <Skeleton className="h-6" />
                    </td>
                  </tr>
                ))}
              {orders.map((order) => (
                <tr
                  key={order.number}
                  className={clsx('cursor-pointer hover:bg-hover', opened === order.number && 'bg-accent-soft')}
                  onClick={() => open(order.number)}
                >
                  <td className="border-t border-line px-3 py-2" onClick={(event) => event.stopPropagation()}>
                    <input
                      type="checkbox"
                      className="accent-accent"
                      aria-label={t('card.select', { number: order.number })}
                      checked={selected.has(order.number)}
                      onChange={() => toggle(order.number)}
                    />
                  </td>
                  <td className="border-t border-line px-3 py-2 text-faint tabular-nums">
                    <button
                      type="button"
                      data-order={order.number}
                      className="hover:text-accent hover:underline"
                      onClick={() => open(order.number)}
                    >
                      #{order.number}
                    </button>
                  </td>
                  <td className="max-w-0 border-t border-line px-3 py-2 sm:max-w-64">
                    <span className="block truncate font-medium">{order.name}</span>
                    <span className="block truncate text-xs text-muted sm:hidden">
                      <bdi>{clientName(order)}</bdi> · {placeName(t, pipelines, order.at)}
                    </span>
                    <span className="block text-xs text-faint sm:hidden">
                      <Moment at={order.createdAt} />
                    </span>
                    <div className="pt-1 empty:hidden sm:hidden">
                      <OrderLabels labels={order.labels} />
                    </div>
                  </td>
                  <td className={clsx('max-w-48 truncate border-t border-line px-3 py-2', wide)}>
                    <bdi>{clientName(order)}</bdi>
                  </td>
                  <td className={clsx('border-t border-line px-3 py-2 whitespace-nowrap', wide)}>{placeName(t, pipelines, order.at)}</td>
                  <td className="border-t border-line px-3 py-2 text-right whitespace-nowrap tabular-nums">
                    {order.budget === null ? '' : money(order.budget, pipeline.currency, language)}
                  </td>
                  <td className={clsx('border-t border-line px-3 py-2 whitespace-nowrap text-muted', wide)}>
                    <Moment at={order.createdAt} />
                  </td>
                  <td className={clsx('max-w-40 truncate border-t border-line px-3 py-2 text-muted', wide)}>
                    <bdi>{order.responsible?.name}</bdi>
                  </td>
                  <td className={clsx('max-w-56 min-w-32 border-t border-line px-3 py-2', wide)}>
                    <OrderLabels labels={order.labels} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}
