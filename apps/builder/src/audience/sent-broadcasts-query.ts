import { listBroadcasts } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

const mostOffered = 20

/** The latest broadcasts that reached somebody, by name. */
export const sentBroadcastsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['broadcasts', projectId, 'reached'],
    queryFn: ({ signal }) => call(listBroadcasts, { projectId }, { signal }),
    select: ({ broadcasts }) =>
      broadcasts
        .filter(({ sent }) => sent > 0)
        .slice(0, mostOffered)
        .map(({ number, name }) => ({ id: number, name: name || `#${number}` })),
  })
