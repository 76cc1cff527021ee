import type { listNotifications, Notification as Told } from '@voronka/api'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Skeleton } from '../ui/index.ts'
import { OnDesktop } from './OnDesktop.tsx'

type Answer = ReturnType<typeof listNotifications.output.parse>

interface NotificationListProps {
  readonly listed: UseInfiniteQueryResult<InfiniteData<Answer>>
  /** A link was followed. */
  onLeave(): void
}

/** The newest first, each with the way to what it is about. */
export function NotificationList({ listed, onLeave }: NotificationListProps) {
  const { t } = useTranslation('notifications')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = listed
  const notifications = data?.pages.flatMap((page) => page.notifications) ?? []
  return (
    <>
      <h2 className="shrink-0 border-b border-line px-4 py-3 text-base font-semibold">{t('title')}</h2>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error && !data ? (
          <div className="p-4">
            <NotLoaded onRetry={() => void refetch()} />
          </div>
        ) : !data ? (
          <Skeleton className="m-4 h-20" />
        ) : !notifications.length ? (
          <p className="px-4 py-8 text-center text-sm text-faint">{t('none')}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {notifications.map((told) => (
              <Line key={told.id} told={told} onLeave={onLeave} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <div className="flex justify-center p-3">
            <Button small busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('earlier')}
            </Button>
          </div>
        )}
      </div>
      <OnDesktop />
    </>
  )
}

const looks = [
  { Icon: Info, look: 'text-muted' },
  { Icon: CircleCheck, look: 'text-success' },
  { Icon: TriangleAlert, look: 'text-warning' },
  { Icon: CircleAlert, look: 'text-danger' },
] as const

function Line({ told: { at, text, priority, client, task, read }, onLeave }: { readonly told: Told; onLeave(): void }) {
  const { t } = useTranslation('notifications')
  const { id: projectId, rights } = useProject()
  const { Icon, look } = looks[priority === 1 || priority === 2 || priority === 3 ? priority : 0]
  return (
    <li className={clsx('flex gap-3 px-4 py-2.5 text-sm', !read && 'bg-accent-soft')}>
      <Icon size={16} aria-hidden className={clsx('mt-0.5 shrink-0', look)} />
      <div className="min-w-0 flex-1">
        {!read && <span className="sr-only">{t('unread')} </span>}
        <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
          <Moment at={at} />
          {client !== null && rights.may('clients') && (
            <Link
              to="/p/$projectId/clients"
              params={{ projectId }}
              search={{ client }}
              className="text-accent hover:underline"
              onClick={onLeave}
            >
              {t('toDialogue')}
            </Link>
          )}
          {task !== null && rights.may('tasks') && (
            <Link
              to="/p/$projectId/tasks"
              params={{ projectId }}
              search={{ task }}
              className="text-accent hover:underline"
              onClick={onLeave}
            >
              {t('toTask')}
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
