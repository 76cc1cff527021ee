import { listNotifications } from '@voronka/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

/** So many come at once. */
const page = 50

export const notificationsQuery = (projectId: number) =>
  infiniteQueryOptions({
    queryKey: ['notifications', projectId],
    queryFn: ({ signal, pageParam }) => call(listNotifications, { projectId, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ notifications }) => (notifications.length < page ? undefined : notifications.at(-1)?.id),
  })
