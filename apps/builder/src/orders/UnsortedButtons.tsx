import type { Column, Pipeline } from '@voronka/api'
import { massAction } from '@voronka/api'
import { Check, Ellipsis, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu } from '../ui/index.ts'
import { useMassAction } from './use-mass-action.ts'

/** New orders that nobody has accepted yet: taken into the pipeline, or turned down (crm-and-tasks, section 11.1). */
export function UnsortedButtons({ pipeline, column }: { readonly pipeline: Pipeline; readonly column: Column }) {
  const { t } = useTranslation('orders')
  const mass = useMassAction()
  const orders = column.cards.map(({ number }) => number)
  type Do = NonNullable<(typeof massAction)['input']>['do']
  const all = (what: Do) => () => mass.mutate({ orders, do: what })
  return (
    <Menu
      align="end"
      trigger={<IconButton small label={t('unsorted.menu')} icon={<Ellipsis size={16} />} />}
      items={[
        {
          label: t('unsorted.accept', { count: orders.length, pipeline: pipeline.name }),
          icon: <Check size={14} />,
          disabled: !pipeline.states.length,
          onSelect: all({ action: 'move', to: { pipeline: pipeline.id }, reason: '' }),
        },
        {
          label: t('unsorted.reject', { count: orders.length }),
          icon: <X size={14} />,
          danger: true,
          onSelect: all({ action: 'move', to: { place: 'fail' }, reason: t('unsorted.reason') }),
        },
      ]}
    />
  )
}
