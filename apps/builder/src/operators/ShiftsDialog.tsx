import type { OperatorInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Dialog, Skeleton } from '../ui/index.ts'
import { shiftsQuery } from './operators.queries.ts'
import { StatusDot } from './StatusDot.tsx'

/** When somebody was on shift and on break, the latest first. */
export function ShiftsDialog({ operator, onClose }: { readonly operator: OperatorInfo; onClose(): void }) {
  const { t } = useTranslation('operators')
  const language = useLanguage()
  const { data: shifts, error, refetch } = useQuery(shiftsQuery(useProject().id, operator.account))
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog open onClose={onClose} title={t('shifts.title', { name: operator.name || operator.email })}>
      <div className="pb-3">
        {error && !shifts ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : !shifts ? (
          <Skeleton className="h-24" />
        ) : !shifts.length ? (
          <p className="text-sm text-faint">{t('shifts.none')}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {shifts.map(({ status, from, to }) => (
              <li key={from} className="flex items-center gap-3 py-1.5 text-sm">
                <StatusDot status={status} />
                <span className="w-24 shrink-0">{t(`status.${status}`)}</span>
                <span className="min-w-0 flex-1 text-xs text-muted">
                  {to === null
                    ? t('shifts.since', { from: moments.format(new Date(from)) })
                    : moments.formatRange(new Date(from), new Date(to))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
