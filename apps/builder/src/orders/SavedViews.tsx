import { deleteOrderView } from '@voronka/api'
import type { OrderView } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { IconButton, Menu, toast, type MenuEntry } from '../ui/index.ts'
import { ordersSearch, withoutFilter, type OrdersSearch } from './filter.ts'
import { viewsQuery } from './orders.queries.ts'

/** Filters that were saved under a name. */
export function SavedViews({ onChoose }: { onChoose(fields: Partial<OrdersSearch>): void }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { data: views = [] } = useQuery(viewsQuery(projectId))
  const forget = async ({ id, name }: OrderView) => {
    try {
      await call(deleteOrderView, { projectId, view: id })
      toast(t('views.deleted', { name }))
    } catch {
      toast.error(t('views.failed'))
    }
    await queries.invalidateQueries({ queryKey: viewsQuery(projectId).queryKey })
  }
  if (!views.length) return null
  const mine = views.filter((view) => view.mine)
  const items: MenuEntry[] = [
    ...views.map((view) => ({
      label: view.shared && !view.mine ? t('views.ofAll', { name: view.name }) : view.name,
      onSelect: () => onChoose({ ...withoutFilter, ...ordersSearch.parse(view.filter) }),
    })),
    ...(mine.length ? (['line', { heading: t('views.delete') }] as const) : []),
    ...mine.map((view) => ({
      label: t('views.deleteOne', { name: view.name }),
      icon: <Trash2 size={14} />,
      danger: true,
      onSelect: () => void forget(view),
    })),
  ]
  return <Menu align="end" trigger={<IconButton label={t('views.title')} icon={<Bookmark size={16} />} />} items={items} />
}
