/** What the screens of broadcasts ask of the server, each with the key under which it is remembered. */
import { getBroadcast, listBroadcasts, listRecipients, previewAudience } from '@voronka/api'
import type { Audience } from '@voronka/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

/** So many come at once. */
const page = 50

export const broadcastsQuery = (projectId: number) =>
  infiniteQueryOptions({
    queryKey: ['broadcasts', projectId, 'list'],
    queryFn: ({ signal, pageParam }) =>
      call(listBroadcasts, { projectId, ...(pageParam && { before: pageParam }) }, { signal }).then(({ broadcasts }) => broadcasts),
    initialPageParam: 0,
    getNextPageParam: (broadcasts) => (broadcasts.length < page ? undefined : broadcasts.at(-1)?.number),
  })

export const broadcastQuery = (projectId: number, broadcast: number) =>
  queryOptions({
    queryKey: ['broadcasts', projectId, 'one', broadcast],
    queryFn: ({ signal }) => call(getBroadcast, { projectId, broadcast }, { signal }),
  })

export type RecipientState = 'waiting' | 'sent' | 'skipped' | 'failed'

export const recipientsQuery = (projectId: number, broadcast: number, state: RecipientState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['broadcasts', projectId, 'recipients', broadcast, state],
    queryFn: ({ signal, pageParam }) =>
      call(listRecipients, { projectId, broadcast, ...(state && { state }), ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const sampleQuery = (projectId: number, audience: Audience) =>
  queryOptions({
    queryKey: ['broadcasts', projectId, 'sample', audience],
    queryFn: ({ signal }) => call(previewAudience, { projectId, audience }, { signal }),
  })
