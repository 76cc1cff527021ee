import type { Card } from '@voronka/api'
import clsx from 'clsx'
import { labelColors } from '../crm/index.ts'

/** The labels of an order's client. */
export function OrderLabels({ labels }: Pick<Card, 'labels'>) {
  if (!labels.length) return null
  return (
    <ul className="flex flex-wrap gap-1 text-xs">
      {labels.map(({ number, name, color }) => (
        <li key={number} className="flex max-w-full items-center gap-1 rounded-full bg-sunken px-1.5">
          <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', labelColors[color])} />
          <bdi className="truncate">{name}</bdi>
        </li>
      ))}
    </ul>
  )
}
