import { readNotifications } from '@voronka/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Bell as Icon } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { notificationsQuery } from './notifications.queries.ts'
import { NotificationList } from './NotificationList.tsx'
import { useClientsLive } from './use-clients-live.ts'
import { useNotificationsLive } from './use-notifications-live.ts'

/** What the person shall know, in sight on every page. What was shown counts as read when the list is closed. */
export function Bell() {
  const { t } = useTranslation('notifications')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { queryKey } = notificationsQuery(projectId)
  const listed = useInfiniteQuery(notificationsQuery(projectId))
  useNotificationsLive()
  useClientsLive()
  const read = useMutation({
    mutationFn: (upTo: number) => call(readNotifications, { projectId, upTo }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const unread = listed.data?.pages[0]?.unread ?? 0
  const newest = listed.data?.pages[0]?.notifications[0]?.id
  const change = (next: boolean) => {
    if (!next && unread && newest !== undefined) read.mutate(newest)
    setOpen(next)
  }
  const name = unread ? t('some', { count: unread }) : t('title')
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger
        aria-label={name}
        title={name}
        className="relative flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
      >
        <Icon size={16} aria-hidden />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0 left-1/2 min-w-4 rounded-full bg-danger px-1 text-center text-2xs leading-4 text-surface tabular-nums"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('title')}
          className="z-50 flex max-h-[min(70dvh,560px)] w-[min(400px,calc(100vw-16px))] animate-appear flex-col rounded-md bg-raised text-text shadow-float outline-none"
        >
          <NotificationList listed={listed} onLeave={() => change(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
