import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { RecordsTable, type Records } from './RecordsTable.tsx'

interface ListScreenProps<Row> extends Records<Row> {
  /** Where the rows come from. */
  readonly query: Pick<
    UseInfiniteQueryResult,
    'data' | 'error' | 'refetch' | 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage' | 'isPlaceholderData'
  >
  /** How many there are on all pages. */
  readonly total: number
  readonly filters: ReactNode
  /** There are conditions, so that an empty list says that nothing fits. */
  readonly filtered: boolean
  /** What an empty list without conditions says. */
  readonly empty: ReactNode
  /** Between the filters and the rows. */
  readonly summary?: ReactNode
}

/** Records page by page, the newest first, with their filters above. Not loaded, not to be had, none, none that fit: each is said. */
export function ListScreen<Row>({ query, total, filters, filtered, empty, summary, ...records }: ListScreenProps<Row>) {
  const { t } = useTranslation('app')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = query
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {filters}
      <div className={`min-h-0 flex-1 overflow-auto transition-opacity ${isPlaceholderData ? 'opacity-60' : ''}`}>
        {error && !data ? (
          <Broken error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="flex flex-col gap-2 p-4" aria-busy>
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
          </div>
        ) : records.rows.length ? (
          <>
            {summary}
            <RecordsTable {...records} />
            <p className="flex items-center justify-center gap-3 p-4 text-xs text-faint" role="status">
              {t('list.shown', { shown: records.rows.length, count: total })}
              {hasNextPage && (
                <Button small busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('list.more')}
                </Button>
              )}
            </p>
          </>
        ) : filtered ? (
          <EmptyState title={t('list.nothingFound')} about={t('list.nothingFoundAbout')} />
        ) : (
          empty
        )}
      </div>
    </div>
  )
}
