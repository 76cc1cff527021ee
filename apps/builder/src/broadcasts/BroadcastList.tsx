import type { BroadcastInfo } from '@voronka/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Megaphone, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { broadcastsQuery } from './broadcasts.queries.ts'
import { Figures, ProgressBar } from './Figures.tsx'
import { StatusMark } from './StatusMark.tsx'
import { useTitle } from './use-title.ts'

interface BroadcastListProps {
  onOpen(broadcast: number): void
  onNew(): void
}

/** Every broadcast, the newest first; those that run show how far they are. */
export function BroadcastList({ onOpen, onNew }: BroadcastListProps) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId, rights } = useProject()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(broadcastsQuery(projectId))
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  const broadcasts = data?.pages.flat() ?? []
  const add = rights.may('broadcasts', 'edit') && (
    <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={onNew}>
      {t('new')}
    </Button>
  )
  if (data && !broadcasts.length) {
    return (
      <EmptyState icon={<Megaphone size={32} />} title={t('none.title')} about={t('none.about')}>
        {add}
      </EmptyState>
    )
  }
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-4 p-3 sm:p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        {add}
      </div>
      {!data ? (
        <Skeleton className="h-40" />
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
          {broadcasts.map((broadcast) => (
            <BroadcastRow key={broadcast.number} broadcast={broadcast} onOpen={() => onOpen(broadcast.number)} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function BroadcastRow({ broadcast, onOpen }: { readonly broadcast: BroadcastInfo; onOpen(): void }) {
  const title = useTitle(broadcast)
  const { status, createdAt, startAt, startedAt, finishedAt, total } = broadcast
  const when = finishedAt ?? startedAt ?? (status === 'scheduled' ? startAt : null) ?? createdAt
  return (
    <li>
      <button type="button" onClick={onOpen} className="flex w-full flex-col gap-1.5 px-3 py-2.5 text-left text-sm hover:bg-hover">
        <span className="flex w-full items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">
            <bdi>{title}</bdi>
          </span>
          <StatusMark status={status} />
        </span>
        {(status === 'running' || status === 'paused') && <ProgressBar broadcast={broadcast} />}
        <span className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-0.5 text-xs text-muted">
          {total > 0 && <Figures broadcast={broadcast} />}
          <span className="ml-auto flex gap-2 text-faint">
            <bdi className="max-w-40 truncate">{broadcast.author}</bdi>
            <Moment at={when} />
          </span>
        </span>
      </button>
    </li>
  )
}
