import clsx from 'clsx'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { dayText } from '../../tasks/days.ts'
import { Picture } from '../Picture.tsx'
import type { CalendarColumn } from './columns.ts'

interface ColumnHeadsProps {
  readonly columns: readonly CalendarColumn[]
  readonly week: boolean
  readonly template: string
  /** Pixels: as wide as the columns below at least. */
  readonly least: number
  readonly today: string
  onEmployee(employee: number): void
  onDay(date: string): void
}

/** Who or which day a column is; pressed, it opens his week or that day. */
export const ColumnHeads = memo(function ColumnHeads({ columns, week, template, least, today, onEmployee, onDay }: ColumnHeadsProps) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  return (
    <div className="sticky top-0 z-20 grid border-b border-line bg-surface" style={{ gridTemplateColumns: template, minWidth: least }}>
      <span className="sticky left-0 z-10 bg-surface" />
      {columns.map(({ key, date, employee }) => {
        const day = dayText(date, language)
        return week ? (
          <button
            key={key}
            type="button"
            aria-label={t('calendar.openDay', { day })}
            onClick={() => onDay(date)}
            className={clsx(
              'h-12 truncate border-l border-line px-2 text-sm hover:bg-hover',
              date === today && 'font-semibold text-accent',
            )}
          >
            {day}
          </button>
        ) : (
          <button
            key={key}
            type="button"
            aria-label={t('calendar.openWeek', { name: employee.name })}
            onClick={() => onEmployee(employee.id)}
            className="flex h-12 min-w-0 items-center gap-2 border-l border-line px-2 text-left hover:bg-hover"
          >
            <Picture small round address={employee.photo} name={employee.name} />
            <span className="min-w-0">
              <span className="block truncate text-sm font-medium">{employee.name}</span>
              <span className="block truncate text-xs text-muted">{employee.active ? employee.jobTitle : t('employee.off')}</span>
            </span>
          </button>
        )
      })}
    </div>
  )
})
