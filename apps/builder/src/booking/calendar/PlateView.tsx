import clsx from 'clsx'
import { Clock3, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CarryMode } from './carried.ts'
import { useIsCarried } from './carried.ts'
import { timeOf } from './clock.ts'
import type { PlateHandlers } from './ColumnView.tsx'
import type { Plate } from './plates.ts'

interface PlateViewProps extends PlateHandlers {
  readonly plate: Plate
  readonly column: number
  readonly top: number
  readonly height: number
  /** Of another branch, where the same person works: shown as taken, not changed from here. */
  readonly foreign: boolean
  readonly editable: boolean
}

/** A visit, or a group with all its participants, at its place. */
export function PlateView({ plate, column, top, height, foreign, editable, onOpen, onGrab, onKey }: PlateViewProps) {
  const { t } = useTranslation('booking')
  const carried = useIsCarried(plate.key)
  const { visits, start, duration, lane, lanes } = plate
  const [visit] = visits
  const color = visit.services[0]?.color || 'var(--color-accent)'
  const group = visit.group
  const who = group ? t('group.clients', { count: visits.length }) : visit.client.name || t('visit.noName')
  const what = visit.services.map(({ title }) => title).join(', ') || visit.name
  const movable = editable && !foreign && visit.status === 'active'
  const stretchable = movable && !group
  const small = height < 34
  /** Lines of text that fit: the first two tell when and who. */
  const lines = Math.floor((height - 8) / 16)
  const times = `${timeOf(start)}–${timeOf(start + duration)}`
  const handle = (mode: CarryMode) => (
    <span
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation()
        onGrab(event, plate, column, mode)
      }}
      className={clsx('absolute inset-x-0 z-10 h-1.5 cursor-ns-resize', mode === 'start' ? 'top-0' : 'bottom-0')}
    />
  )
  return (
    <button
      type="button"
      data-plate={plate.key}
      aria-label={t(foreign ? 'plate.foreign' : 'plate.label', { times, who, what })}
      disabled={foreign}
      onClick={() => onOpen(plate)}
      onPointerDown={movable ? (event) => onGrab(event, plate, column, 'move') : undefined}
      onKeyDown={(event) => onKey(event, plate, column, movable)}
      className={clsx(
        'absolute flex touch-pan-x touch-pan-y flex-col items-stretch justify-start overflow-hidden rounded-sm border border-l-3 px-1.5 text-left text-xs leading-4 select-none [-webkit-touch-callout:none] hover:z-10 focus-visible:z-10',
        small ? 'justify-center! py-0' : 'py-0.5',
        carried && 'opacity-40',
        movable && 'cursor-grab',
        visit.status === 'success' && 'opacity-80',
      )}
      style={{
        top: top + 1,
        height: Math.max(height - 2, 12),
        left: `calc(${(lane / lanes) * 100}% + 2px)`,
        width: `calc(${100 / lanes}% - 4px)`,
        borderColor: `color-mix(in srgb, ${color} 55%, var(--color-surface))`,
        borderLeftColor: color,
        backgroundColor: `color-mix(in srgb, ${color} ${foreign ? 6 : 16}%, var(--color-surface))`,
      }}
    >
      {stretchable && handle('start')}
      <span className={clsx('flex min-w-0 gap-1', small ? 'items-center' : 'flex-wrap items-center')}>
        <span className="shrink-0 text-muted tabular-nums">{small ? timeOf(start) : times}</span>
        {visit.outsideHours && <Clock3 size={12} aria-label={t('visit.outside')} className="shrink-0 text-warning" />}
        {group && <Users size={12} aria-hidden className="shrink-0 text-muted" />}
        {small && <bdi className="truncate font-medium">{foreign ? t('plate.busy') : who}</bdi>}
      </span>
      {!small && (
        <>
          <bdi className="block truncate font-medium">{foreign ? t('plate.busy') : who}</bdi>
          {group && (
            <span className="block truncate text-muted">
              {t('group.seats', { taken: visits.length, capacity: group.capacity })}
              {!foreign && lines === 3 && ` · ${what}`}
            </span>
          )}
          {!foreign && lines > (group ? 3 : 2) && (
            <span className={clsx('text-muted', lines > (group ? 4 : 3) ? 'line-clamp-2' : 'block shrink-0 truncate')}>{what}</span>
          )}
        </>
      )}
      {stretchable && handle('end')}
    </button>
  )
}
