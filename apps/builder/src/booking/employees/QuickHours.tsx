import type { Interval } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { weekdayNames } from '../../operators/weekday-names.ts'
import { IntervalRow } from './IntervalRow.tsx'
import type { Week } from './schedule.ts'

interface QuickHoursProps {
  readonly week: Week
  onChange(week: Interval[][]): void
}

/** The same hours on chosen days, which is how most people work. */
export function QuickHours({ week, onChange }: QuickHoursProps) {
  const { t } = useTranslation('booking')
  const names = weekdayNames(useLanguage())
  const hours = week.find((day) => day.length)?.[0] ?? (['09:00', '18:00'] as const)
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-xs text-muted">{t('hours.title')}</legend>
      <div className="flex flex-wrap gap-1">
        {names.map((name, index) => (
          <label
            key={name}
            className="flex h-8 min-w-11 cursor-pointer items-center justify-center rounded-md border border-line px-2 text-sm text-muted has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={(week[index]?.length ?? 0) > 0}
              onChange={({ target }) => onChange(week.map((day, each) => (each === index ? (target.checked ? [hours] : []) : [...day])))}
            />
            {name}
          </label>
        ))}
      </div>
      <IntervalRow
        of={t('hours.title')}
        interval={hours}
        bad={hours[0] >= hours[1]}
        onChange={(changed) => onChange(week.map((day) => (day.length ? [changed] : [])))}
      />
    </fieldset>
  )
}
