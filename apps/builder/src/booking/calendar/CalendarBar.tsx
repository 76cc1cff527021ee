import { ChevronLeft, ChevronRight, Plus, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../app/use-narrow.ts'
import { addDays } from '../../tasks/days.ts'
import { Button, IconButton, Segments, Select } from '../../ui/index.ts'
import { DayButton } from './DayButton.tsx'
import { zooms } from './use-zoom.ts'
import type { Zoom } from './use-zoom.ts'

interface CalendarBarProps {
  readonly day: string
  readonly week: boolean
  readonly today: string
  readonly employees: readonly { readonly id: number; readonly name: string }[]
  readonly employee: number | undefined
  readonly zoom: Zoom
  readonly canCreate: boolean
  onDay(day: string): void
  onEmployee(employee: number | undefined): void
  onZoom(zoom: Zoom): void
  onCreate(): void
}

export function CalendarBar({
  day,
  week,
  today,
  employees,
  employee,
  zoom,
  canCreate,
  onDay,
  onEmployee,
  onZoom,
  onCreate,
}: CalendarBarProps) {
  const { t } = useTranslation('booking')
  const narrow = useNarrow()
  const by = week ? 7 : 1
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 py-2 print:hidden">
      <div className="flex items-center">
        <IconButton
          label={t(week ? 'calendar.previousWeek' : 'calendar.previous')}
          icon={<ChevronLeft size={16} />}
          onClick={() => onDay(addDays(day, -by))}
        />
        <DayButton day={day} week={week} onDay={onDay} />
        <IconButton
          label={t(week ? 'calendar.nextWeek' : 'calendar.next')}
          icon={<ChevronRight size={16} />}
          onClick={() => onDay(addDays(day, by))}
        />
        <Button small look="quiet" disabled={day === today} onClick={() => onDay(today)}>
          {t('calendar.today')}
        </Button>
      </div>
      {!narrow && (
        <>
          <div className="w-52">
            <Select
              label={t('calendar.whose')}
              labelHidden
              value={String(employee ?? '')}
              options={[
                { value: '', label: t('calendar.everybody') },
                ...employees.map(({ id, name }) => ({ value: String(id), label: t('calendar.weekOf', { name }) })),
              ]}
              onChange={(value) => onEmployee(value ? Number(value) : undefined)}
            />
          </div>
          <div className="w-56">
            <Segments
              label={t('calendar.zoom')}
              labelHidden
              value={String(zoom)}
              options={zooms.map((value) => ({ value: String(value), text: t('calendar.zoomOf', { count: value }) }))}
              onChange={(chosen) => onZoom(zooms.find((each) => String(each) === chosen) ?? zoom)}
            />
          </div>
        </>
      )}
      <span className="flex-1" />
      <IconButton label={t('calendar.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
      {canCreate && (
        <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={onCreate}>
          {t('visit.add')}
        </Button>
      )}
    </div>
  )
}
