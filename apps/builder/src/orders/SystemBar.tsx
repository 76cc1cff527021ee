import type { OrderPlace } from '@voronka/api'
import clsx from 'clsx'
import { Archive, CircleCheck, CircleX, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBoardTools } from './board-tools.tsx'
import { useDropPlace } from './drag.ts'
import { isSamePlace } from './place.ts'

export const systemTargets: readonly {
  readonly to: OrderPlace | 'delete'
  readonly name: 'success' | 'fail' | 'archive' | 'delete'
  readonly icon: LucideIcon
}[] = [
  { to: { place: 'success' }, name: 'success', icon: CircleCheck },
  { to: { place: 'fail' }, name: 'fail', icon: CircleX },
  { to: { place: 'archive' }, name: 'archive', icon: Archive },
  { to: 'delete', name: 'delete', icon: Trash2 },
]

/** The places outside the states. They come up while a card is in somebody's hand. */
export function SystemBar({ shown }: { readonly shown: boolean }) {
  return (
    <div
      className={clsx(
        'absolute inset-x-3 bottom-3 z-20 grid grid-cols-4 gap-2 rounded-md bg-raised p-2 shadow-float transition-opacity',
        !shown && 'pointer-events-none invisible opacity-0',
      )}
      aria-hidden={!shown}
    >
      {systemTargets.map((target) => (
        <SystemPlace key={target.name} {...target} />
      ))}
    </div>
  )
}

function SystemPlace({ to, name, icon: Icon }: (typeof systemTargets)[number]) {
  const { t } = useTranslation('orders')
  const { accepts, drop, pickedTarget } = useBoardTools()
  const [ref, state] = useDropPlace(
    to,
    (card) => accepts(card, to),
    (card) => drop(card, to),
  )
  const chosen =
    state === 'over' ||
    (pickedTarget !== undefined && (pickedTarget === 'delete' || to === 'delete' ? pickedTarget === to : isSamePlace(pickedTarget, to)))
  return (
    <div
      ref={ref}
      className={clsx(
        'flex h-14 items-center justify-center gap-2 rounded-md border border-dashed text-sm',
        chosen ? 'border-accent bg-accent-soft text-accent' : 'border-strong text-muted',
        name === 'delete' && 'text-danger',
      )}
    >
      <Icon size={16} aria-hidden />
      <span className="hidden sm:inline">{t(name === 'delete' ? 'move.delete' : `place.${name}`)}</span>
    </div>
  )
}
