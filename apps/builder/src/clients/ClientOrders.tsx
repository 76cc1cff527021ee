import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { CreateOrderDialog, money, ordersQuery, pipelinesQuery, placeName } from '../orders/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, Skeleton } from '../ui/index.ts'

/** All orders of a client, open and closed; each opens on the board. A new one is made here. */
export function ClientOrders({ client }: { readonly client: ClientCard }) {
  const { t } = useTranslation('clients')
  const { t: tell } = useTranslation('orders')
  const language = useLanguage()
  const { id: projectId, rights } = useProject()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(projectId))
  const { data } = useQuery(ordersQuery(projectId, {}, { client: client.id, sort: 'created', direction: 'desc', size: 50 }))
  const [making, setMaking] = useState(false)
  const [first] = pipelines
  if (!data) return <Skeleton className="h-24" />
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2 empty:hidden">
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
      {!data.orders.length && <p className="text-sm text-faint">{t('orders.none')}</p>}
      {first && rights.may('orders', 'edit') && (
        <Button small className="self-start" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
          {tell('create.button')}
        </Button>
      )}
      {making && first && (
        <CreateOrderDialog
          pipelines={pipelines}
          pipeline={first}
          of={{ id: client.id, name: client.name, messenger: '', phone: client.phone, email: client.email }}
          onClose={() => setMaking(false)}
          onMade={() => setMaking(false)}
        />
      )}
    </div>
  )
}
