import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../../app/project-context.tsx'
import { Skeleton } from '../../ui/index.ts'
import { freeTimesQuery } from '../booking.queries.ts'

interface FreeTimesProps {
  readonly branch: number
  readonly services: readonly number[]
  readonly date: string
  readonly employee: number | undefined
  readonly time: string
  onChoose(time: string): void
}

/** The free times of a day, to choose one by a press. */
export function FreeTimes({ branch, services, date, employee, time, onChoose }: FreeTimesProps) {
  const { t } = useTranslation('booking')
  const { data: times, isLoading } = useQuery(freeTimesQuery(useProject().id, branch, { services, date, employee }))
  if (!services.length) return <p className="text-sm text-faint">{t('visit.servicesFirst')}</p>
  if (isLoading) return <Skeleton className="h-14" />
  if (!times?.length) return <p className="text-sm text-faint">{t('visit.noTimes')}</p>
  return (
    <div role="group" aria-label={t('visit.freeTimes')} className="flex max-h-32 flex-wrap gap-1 overflow-y-auto">
      {times.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === time}
          onClick={() => onChoose(each)}
          className="h-7 rounded-md border border-line px-2 text-xs tabular-nums hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {each}
        </button>
      ))}
    </div>
  )
}
