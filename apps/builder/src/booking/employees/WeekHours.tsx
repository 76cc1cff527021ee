import type { Interval } from '@voronka/api'
import { CopyCheck, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { IconButton } from '../../ui/index.ts'
import { longWeekdayNames } from '../weekdays.ts'
import { IntervalRow } from './IntervalRow.tsx'
import { isGoodDay, nextInterval } from './schedule.ts'
import type { Week } from './schedule.ts'

interface WeekHoursProps {
  readonly week: Week
  onChange(week: Interval[][]): void
}

/** The hours of each weekday; any number of intervals a day. */
export function WeekHours({ week, onChange }: WeekHoursProps) {
  const { t } = useTranslation('booking')
  const names = longWeekdayNames(useLanguage())
  const set = (index: number, day: readonly Interval[]) => onChange(week.map((each, at) => [...(at === index ? day : each)]))
  return (
    <ul className="flex flex-col divide-y divide-line">
      {week.map((day, index) => {
        const name = names[index] ?? ''
        const next = nextInterval(day)
        const bad = !isGoodDay(day)
        return (
          <li key={name} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-1.5">
            <label className="flex h-8 w-full shrink-0 items-center gap-2 text-sm sm:w-36">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={day.length > 0}
                onChange={({ target }) => set(index, target.checked ? [next ?? ['09:00', '18:00']] : [])}
              />
              {name}
            </label>
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              {!day.length && <span className="flex h-8 items-center text-sm text-faint">{t('hours.dayOff')}</span>}
              {day.map((interval, place) => (
                <IntervalRow
                  key={place}
                  of={name}
                  interval={interval}
                  bad={bad}
                  onChange={(changed) => set(index, day.with(place, changed))}
                  onRemove={() => set(index, day.toSpliced(place, 1))}
                />
              ))}
              {bad && <p className="text-xs text-danger">{t('hours.bad')}</p>}
            </div>
            <span className="flex shrink-0">
              {day.length > 0 && next && (
                <IconButton label={t('hours.another', { of: name })} icon={<Plus size={16} />} onClick={() => set(index, [...day, next])} />
              )}
              {day.length > 0 && (
                <IconButton
                  label={t('hours.toAll', { of: name })}
                  icon={<CopyCheck size={16} />}
                  onClick={() => onChange(week.map((each) => [...(each.length ? day : each)]))}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
