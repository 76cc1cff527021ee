import type { Branch } from '@voronka/api'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { dayText } from '../../tasks/days.ts'
import { toast } from '../../ui/index.ts'
import { CarriedProvider, isElsewhere, newCarriedStore } from './carried.ts'
import type { Carried, GridShape } from './carried.ts'
import { timeOf } from './clock.ts'
import { shownHours, verdict } from './columns.ts'
import type { CalendarColumn } from './columns.ts'
import { ColumnHeads } from './ColumnHeads.tsx'
import { ColumnView } from './ColumnView.tsx'
import type { VisitStart } from './CreateVisitDialog.tsx'
import { Ghost } from './Ghost.tsx'
import { HourLabels } from './HourLabels.tsx'
import { NowLine } from './NowLine.tsx'
import type { Plate } from './plates.ts'
import type { MoveTo } from './use-move-visits.ts'
import { usePlateDrag } from './use-plate-drag.ts'
import { usePlateKeys } from './use-plate-keys.ts'
import type { Zoom } from './use-zoom.ts'

interface GridProps {
  readonly branch: Branch
  readonly columns: readonly CalendarColumn[]
  readonly week: boolean
  readonly now: { readonly date: string; readonly time: string }
  readonly zoom: Zoom
  readonly editable: boolean
  readonly busy: boolean
  onOpen(plate: Plate): void
  onCreate(start: VisitStart): void
  onMove(visits: Plate['visits'], to: MoveTo): void
  onEmployee(employee: number): void
  onDay(date: string): void
}

/** Height of a row, whatever it stands for. */
const rowPx = 28
export const gutterPx = 52

/** Columns of plates over a grid of times. */
export function Grid({ branch, columns, week, now, zoom, editable, busy, onOpen, onCreate, onMove, onEmployee, onDay }: GridProps) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [store] = useState(newCarriedStore)
  const [said, setSaid] = useState('')
  const { first, last } = shownHours(columns)
  const pixelsPerMinute = rowPx / zoom
  const shape: GridShape = { columns, firstMinute: first * 60, pixelsPerMinute, step: zoom }

  const placeText = ({ column, start, duration }: Carried) => {
    const target = columns[column]
    const where = target && (week ? dayText(target.date, language) : target.employee.name)
    return t('said.place', { where, from: timeOf(start), to: timeOf(start + duration) })
  }
  const drop = (carried: Carried) => {
    const target = columns[carried.column]
    if (!target || !isElsewhere(carried)) return
    const { plate, start, duration, from, column } = carried
    const found = verdict(target, plate.visits, { start, duration })
    if (found.is === 'taken') {
      const why = found.by
        ? t('conflict.taken', { from: found.by.time, to: found.by.until, name: found.by.client.name || t('visit.noName') })
        : t('conflict.dayEnds')
      setSaid(why)
      return void toast.error(t('conflict.back', { why }))
    }
    setSaid(t('said.dropped', { place: placeText(carried) }))
    onMove(plate.visits, {
      time: timeOf(start),
      ...(duration !== plate.duration && { duration }),
      ...(column !== from && { date: target.date, employee: target.employee }),
      outside: found.is === 'outside',
    })
  }
  const grab = usePlateDrag({ store, shape, grid, scroller, onDrop: drop })
  const keys = usePlateKeys({
    store,
    shape,
    grid,
    onDrop: drop,
    onSay: (what, carried) => setSaid(what === 'cancelled' ? t('said.cancelled') : t(`said.${what}`, { place: placeText(carried) })),
  })
  useScrollToWork(scroller, columns, shape, now)
  const least = gutterPx + columns.length * (week ? 112 : 132)
  return (
    <CarriedProvider value={store}>
      <div
        ref={scroller}
        aria-busy={busy || undefined}
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-t border-line bg-surface print:hidden"
      >
        <ColumnHeads
          columns={columns}
          week={week}
          template={`${gutterPx}px repeat(${columns.length}, minmax(0, 1fr))`}
          least={least}
          today={now.date}
          onEmployee={onEmployee}
          onDay={onDay}
        />
        <div className="flex" style={{ minWidth: least }}>
          <HourLabels first={first} last={last} zoom={zoom} rowPx={rowPx} />
          <div
            ref={grid}
            className="relative grid min-w-0 flex-1 [contain:layout]"
            style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))`, height: (last - first) * 60 * pixelsPerMinute }}
          >
            {columns.map((column, index) => (
              <ColumnView
                key={column.key}
                column={column}
                index={index}
                branch={branch.id}
                label={week ? dayText(column.date, language, 'long') : column.employee.name}
                firstMinute={shape.firstMinute}
                lastMinute={last * 60}
                pixelsPerMinute={pixelsPerMinute}
                step={zoom}
                editable={editable && !busy}
                onOpen={onOpen}
                onCreate={onCreate}
                onGrab={grab}
                onKey={keys}
              />
            ))}
            <Ghost shape={shape} />
            <NowLine now={now} columns={columns} firstMinute={shape.firstMinute} lastMinute={last * 60} pixelsPerMinute={pixelsPerMinute} />
          </div>
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </CarriedProvider>
  )
}

/** Opens where the work is: a little before now, or where the first of them begins. */
function useScrollToWork(
  scroller: React.RefObject<HTMLDivElement | null>,
  columns: readonly CalendarColumn[],
  { firstMinute, pixelsPerMinute }: GridShape,
  now: { readonly date: string; readonly time: string },
): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || !scroller.current || !columns.some(({ hours, visits }) => hours.length || visits.length)) return
    done.current = true
    const today = columns.some(({ date }) => date === now.date)
    const minute = today ? Number(now.time.slice(0, 2)) * 60 - 60 : firstMinute + 60
    scroller.current.scrollTo(0, Math.max(0, (minute - firstMinute) * pixelsPerMinute))
  }, [scroller, columns, firstMinute, pixelsPerMinute, now])
}
