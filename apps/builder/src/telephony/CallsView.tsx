import { useInfiniteQuery } from '@tanstack/react-query'
import { PhoneCall } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { CallsFilters } from './CallsFilters.tsx'
import { CallsTable } from './CallsTable.tsx'
import { callsQuery } from './calls.queries.ts'
import { isFiltered, type TelephonySearch } from './telephony-search.ts'

export interface CallsViewProps {
  readonly search: TelephonySearch
  onSearch(fields: Partial<TelephonySearch>): void
}

/** The log of calls (telephony, section 8). */
export function CallsView({ search, onSearch }: CallsViewProps) {
  const { t } = useTranslation('telephony')
  const { id: projectId } = useProject()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...callsQuery(projectId, search),
    placeholderData: (former) => former,
  })
  const calls = data?.pages.flatMap((page) => page.calls) ?? []
  return (
    <>
      <CallsFilters search={search} onSearch={onSearch} />
      <div className="min-h-0 flex-1 overflow-auto">
        {error && !data ? (
          <Broken error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="flex flex-col gap-2 p-4" aria-busy>
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
          </div>
        ) : calls.length ? (
          <>
            <CallsTable calls={calls} />
            <p className="flex items-center justify-center gap-3 p-4 text-xs text-faint" role="status">
              {t('shown', { shown: calls.length, count: data.pages[0]?.total ?? 0 })}
              {hasNextPage && (
                <Button small busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('more')}
                </Button>
              )}
            </p>
          </>
        ) : isFiltered(search) ? (
          <EmptyState title={t('nothingFound')} about={t('nothingFoundAbout')} />
        ) : (
          <EmptyState icon={<PhoneCall size={32} />} title={t('none')} about={t('noneAbout')} />
        )}
      </div>
    </>
  )
}
