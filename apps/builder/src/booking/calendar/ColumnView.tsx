import { memo } from 'react'
import type { MouseEvent } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryMode } from './carried.ts'
import { lineAbove, minutesOf, timeOf } from './clock.ts'
import type { CalendarColumn } from './columns.ts'
import type { VisitStart } from './CreateVisitDialog.tsx'
import { platesOf } from './plates.ts'
import type { Plate } from './plates.ts'
import { PlateView } from './PlateView.tsx'

export interface PlateHandlers {
  onOpen(plate: Plate): void
  onGrab(event: PointerEvent<HTMLElement>, plate: Plate, column: number, mode: CarryMode): void
  onKey(event: KeyboardEvent<HTMLElement>, plate: Plate, column: number, movable: boolean): void
}

interface ColumnViewProps extends PlateHandlers {
  readonly column: CalendarColumn
  readonly index: number
  readonly branch: number
  readonly label: string
  readonly firstMinute: number
  readonly lastMinute: number
  readonly pixelsPerMinute: number
  readonly step: number
  readonly editable: boolean
  onCreate(start: VisitStart): void
}

/** One employee's day: working hours light, the rest dark; a press on free time books it. */
export const ColumnView = memo(function ColumnView(props: ColumnViewProps) {
  const { column, index, branch, label, firstMinute, lastMinute, pixelsPerMinute, step, editable, onCreate, onOpen, onGrab, onKey } = props
  const { t } = useTranslation('booking')
  const rowPx = step * pixelsPerMinute
  const hourPx = 60 * pixelsPerMinute
  const create = ({ currentTarget, clientY }: MouseEvent<HTMLElement>) => {
    const minute = firstMinute + (clientY - currentTarget.getBoundingClientRect().top) / pixelsPerMinute
    onCreate({ date: column.date, employee: column.employee.id, time: timeOf(lineAbove(minute, step)) })
  }
  return (
    <section
      aria-label={t('calendar.column', { name: label, count: column.visits.length })}
      className="relative min-w-0 border-l border-line bg-sunken"
      style={{ gridColumn: index + 1, gridRow: 1 }}
    >
      {column.hours.map(([from, to]) => (
        <div
          key={from}
          aria-hidden
          className="absolute inset-x-0 bg-surface"
          style={{ top: (minutesOf(from) - firstMinute) * pixelsPerMinute, height: (minutesOf(to) - minutesOf(from)) * pixelsPerMinute }}
        />
      ))}
      {/* A mouse books by a press here; a keyboard has the button above the calendar. */}
      <div
        data-free={column.key}
        onClick={editable ? create : undefined}
        className={editable ? 'absolute inset-0 cursor-cell' : 'absolute inset-0'}
        style={{
          backgroundImage: `repeating-linear-gradient(to bottom, var(--color-line) 0 1px, transparent 1px ${hourPx}px), repeating-linear-gradient(to bottom, color-mix(in srgb, var(--color-line) 45%, transparent) 0 1px, transparent 1px ${rowPx}px)`,
          height: (lastMinute - firstMinute) * pixelsPerMinute,
        }}
      />
      {platesOf(column.visits).map((plate) => (
        <PlateView
          key={plate.key}
          plate={plate}
          column={index}
          top={(plate.start - firstMinute) * pixelsPerMinute}
          height={plate.duration * pixelsPerMinute}
          foreign={plate.visits[0].branch !== branch}
          editable={editable}
          onOpen={onOpen}
          onGrab={onGrab}
          onKey={onKey}
        />
      ))}
    </section>
  )
})
