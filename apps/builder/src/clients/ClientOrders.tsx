import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { money, ordersQuery, pipelinesQuery, placeName } from '../orders/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Skeleton } from '../ui/index.ts'

/** All orders of a client, open and closed; each opens on the board. */
export function ClientOrders({ client }: { readonly client: ClientCard }) {
  const { t } = useTranslation('clients')
  const { t: tell } = useTranslation('orders')
  const language = useLanguage()
  const { id: projectId } = useProject()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(projectId))
  const { data } = useQuery(ordersQuery(projectId, {}, { client: client.id, sort: 'created', direction: 'desc', size: 50 }))
  if (!data) return <Skeleton className="h-24" />
  if (!data.orders.length) return <p className="text-sm text-faint">{t('orders.none')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {data.orders.map((order) => {
        const { at } = order
        const pipeline = pipelines.find(({ states }) => 'state' in at && states.some(({ id }) => id === at.state))
        return (
          <li key={order.number}>
            <Link
              to="/p/$projectId/orders"
              params={{ projectId }}
              search={{ order: order.number, pipeline: pipeline?.id }}
              className="block rounded-md border border-line p-2 text-sm hover:border-strong"
            >
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{order.name || tell('panel.title', { number: order.number })}</span>
                {order.budget !== null && <span className="shrink-0">{money(order.budget, pipeline?.currency ?? '', language)}</span>}
              </span>
              <span className="flex gap-2 text-xs text-muted">
                <span className="truncate">{placeName(tell, pipelines, at)}</span>
                <span className="ml-auto shrink-0 text-faint">
                  #{order.number} · <Moment at={order.createdAt} />
                </span>
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
