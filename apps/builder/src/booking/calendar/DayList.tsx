import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/index.ts'
import { hoursText } from '../employees/schedule.ts'
import { Picture } from '../Picture.tsx'
import { timeOf } from './clock.ts'
import type { CalendarColumn } from './columns.ts'
import type { VisitStart } from './CreateVisitDialog.tsx'
import { platesOf } from './plates.ts'
import type { Plate } from './plates.ts'

interface DayListProps {
  readonly columns: readonly CalendarColumn[]
  /** Only his visits; undefined: everybody's. */
  readonly employee: number | undefined
  readonly editable: boolean
  onEmployee(employee: number | undefined): void
  onOpen(plate: Plate): void
  onCreate(start: VisitStart): void
}

/** The day on a telephone: one employee below the other, each with his visits in order. */
export function DayList({ columns, employee, editable, onEmployee, onOpen, onCreate }: DayListProps) {
  const { t } = useTranslation('booking')
  const shown = employee === undefined ? columns : columns.filter((column) => column.employee.id === employee)
  return (
    <div className="flex min-h-0 flex-1 flex-col print:hidden">
      <div role="group" aria-label={t('calendar.whose')} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-3 pb-2">
        <Chip pressed={employee === undefined} onClick={() => onEmployee(undefined)}>
          {t('calendar.everybody')}
        </Chip>
        {columns.map(({ employee: each }) => (
          <Chip key={each.id} pressed={each.id === employee} onClick={() => onEmployee(each.id)}>
            {each.name}
          </Chip>
        ))}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-3">
        {shown.map((column) => (
          <Person key={column.key} column={column} editable={editable} onOpen={onOpen} onCreate={onCreate} />
        ))}
      </div>
    </div>
  )
}

function Chip({ pressed, onClick, children }: { readonly pressed: boolean; onClick(): void; readonly children: string }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className="h-9 shrink-0 rounded-md border border-line bg-surface px-3 text-sm whitespace-nowrap text-muted aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {children}
    </button>
  )
}

interface PersonProps extends Pick<DayListProps, 'editable' | 'onOpen' | 'onCreate'> {
  readonly column: CalendarColumn
}

function Person({ column, editable, onOpen, onCreate }: PersonProps) {
  const { t } = useTranslation('booking')
  const { employee, hours, visits, date } = column
  return (
    <section aria-label={employee.name} className="mb-4">
      <header className="mb-1 flex items-center gap-2">
        <Picture small round address={employee.photo} name={employee.name} />
        <h2 className="min-w-0 flex-1 truncate text-sm font-medium">
          {employee.name}
          <span className="block text-xs font-normal text-muted">{hoursText(hours) || t('hours.dayOff')}</span>
        </h2>
        {editable && (
          <IconButton
            label={t('visit.addTo', { name: employee.name })}
            icon={<Plus size={16} />}
            onClick={() => onCreate({ date, employee: employee.id })}
          />
        )}
      </header>
      {!visits.length ? (
        <p className="rounded-md border border-dashed border-line px-3 py-2 text-sm text-faint">{t('calendar.noVisits')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {platesOf(visits).map((plate) => (
            <li key={plate.key}>
              <ListedPlate plate={plate} onOpen={() => onOpen(plate)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ListedPlate({ plate: { visits, start, duration }, onOpen }: { readonly plate: Plate; onOpen(): void }) {
  const { t } = useTranslation('booking')
  const [visit] = visits
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full items-start gap-3 rounded-md border border-l-3 border-line bg-surface px-3 py-2 text-left text-sm"
      style={{ borderLeftColor: visit.services[0]?.color || 'var(--color-accent)' }}
    >
      <span className="shrink-0 tabular-nums">
        <span className="block font-medium">{timeOf(start)}</span>
        <span className="block text-xs text-muted">{timeOf(start + duration)}</span>
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">
          {visit.group ? t('group.clients', { count: visits.length }) : visit.client.name || t('visit.noName')}
        </bdi>
        <span className="block text-xs text-muted wrap-anywhere">{visit.services.map(({ title }) => title).join(', ') || visit.name}</span>
      </span>
      {visit.outsideHours && (
        <span className="shrink-0 rounded-sm bg-warning-soft px-1.5 text-xs text-warning">{t('visit.outsideShort')}</span>
      )}
    </button>
  )
}
