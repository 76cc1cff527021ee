import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { ApiError } from '../app/api-error.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { BroadcastEditor } from './BroadcastEditor.tsx'
import { BroadcastList } from './BroadcastList.tsx'
import { BroadcastProgress } from './BroadcastProgress.tsx'
import { broadcastQuery } from './broadcasts.queries.ts'
import { useBroadcastsLive } from './use-broadcasts-live.ts'

/** One message to many people: the list of broadcasts, or one of them (builder-and-runtime, section 18). */
export function BroadcastsPage() {
  const { t } = useTranslation('broadcasts')
  const navigate = useNavigate({ from: '/p/$projectId/broadcasts' })
  const { broadcast, new: begun, list } = useSearch({ from: '/p/$projectId/broadcasts' })
  useBroadcastsLive()
  const open = (number: number | undefined) => void navigate({ search: { broadcast: number } })
  const close = () => open(undefined)
  return (
    <main className="h-full min-h-0 overflow-y-auto">
      <h1 className="sr-only">{t('title')}</h1>
      {broadcast === undefined && begun === undefined ? (
        <BroadcastList onOpen={open} onNew={() => void navigate({ search: { new: Date.now() } })} />
      ) : (
        <OneBroadcast
          // A draft keeps its editor when it gets its number.
          key={begun === undefined ? `number ${broadcast}` : `begun ${begun}`}
          number={broadcast}
          list={list}
          onCreated={(number) => void navigate({ search: (former) => ({ ...former, broadcast: number }), replace: true })}
          onOpen={open}
          onClose={close}
        />
      )}
    </main>
  )
}

interface OneBroadcastProps {
  readonly number: number | undefined
  readonly list: number | undefined
  onCreated(number: number): void
  onOpen(number: number): void
  onClose(): void
}

/** What is not sent yet is written, the rest is watched. */
function OneBroadcast({ number, list, onCreated, onOpen, onClose }: OneBroadcastProps) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId, rights } = useProject()
  const { data, error, refetch } = useQuery({ ...broadcastQuery(projectId, number ?? 0), enabled: number !== undefined })
  if (error && !data) {
    return error instanceof ApiError && error.status === 404 ? (
      <EmptyState title={t('gone.title')} about={t('gone.about')}>
        <Button onClick={onClose}>{t('back')}</Button>
      </EmptyState>
    ) : (
      <Broken error={error} onRetry={() => void refetch()} />
    )
  }
  if (number !== undefined && !data) {
    return (
      <div aria-busy className="mx-auto flex max-w-200 flex-col gap-4 p-3 sm:p-5">
        <Skeleton className="h-8" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    )
  }
  return data && (data.status !== 'draft' || !rights.may('broadcasts', 'edit')) ? (
    <BroadcastProgress broadcast={data} onOpen={onOpen} onClose={onClose} />
  ) : (
    <BroadcastEditor stored={data} list={list} onCreated={onCreated} onClose={onClose} />
  )
}
