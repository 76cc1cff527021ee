import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { useCarried } from './carried.ts'
import type { GridShape } from './carried.ts'
import { timeOf } from './clock.ts'
import { verdict } from './columns.ts'

/** Where the carried plate would be put, and whether it may. */
export function Ghost({ shape: { columns, firstMinute, pixelsPerMinute } }: { readonly shape: GridShape }) {
  const { t } = useTranslation('booking')
  const carried = useCarried()
  const column = carried && columns[carried.column]
  if (!carried || !column) return null
  const { start, duration, plate } = carried
  const { is } = verdict(column, plate.visits, { start, duration })
  return (
    <div aria-hidden className="pointer-events-none relative z-20" style={{ gridColumn: carried.column + 1, gridRow: 1 }}>
      <div
        data-ghost={is}
        className={clsx(
          'absolute inset-x-0.5 overflow-hidden rounded-sm border-2 px-1.5 text-xs leading-4 font-medium shadow-float',
          is === 'taken' && 'border-danger bg-danger-soft text-danger',
          is === 'outside' && 'border-warning bg-warning-soft text-warning',
          is === 'free' && 'border-accent bg-accent-soft text-accent',
        )}
        style={{ top: (start - firstMinute) * pixelsPerMinute, height: duration * pixelsPerMinute }}
      >
        <span className="block truncate tabular-nums">
          {timeOf(start)}–{timeOf(start + duration)}
        </span>
        {is !== 'free' && <span className="block truncate font-normal">{t(is === 'taken' ? 'conflict.short' : 'visit.outside')}</span>}
      </div>
    </div>
  )
}
