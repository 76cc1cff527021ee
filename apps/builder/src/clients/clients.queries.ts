/** What the inbox asks of the server, each with the key under which it is remembered. */
import { countDialogues, getClient, getClientTurn, listDialogues, listMessages, listQuickReplies } from '@voronka/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import type { DialogueFilter } from './clients-search.ts'

export const dialoguesQuery = (projectId: number, filter: DialogueFilter) =>
  infiniteQueryOptions({
    queryKey: ['clients', projectId, 'list', filter],
    queryFn: ({ signal, pageParam }) => call(listDialogues, { projectId, ...filter, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const countsQuery = (projectId: number) =>
  queryOptions({ queryKey: ['clients', projectId, 'counts'], queryFn: ({ signal }) => call(countDialogues, { projectId }, { signal }) })

export const clientQuery = (projectId: number, clientId: number) =>
  queryOptions({
    queryKey: ['clients', projectId, 'card', clientId],
    queryFn: ({ signal }) => call(getClient, { projectId, clientId }, { signal }),
  })

/** A dialogue from its latest messages backwards; each page is the messages before the one that follows it. */
export const messagesQuery = (projectId: number, clientId: number) =>
  infiniteQueryOptions({
    queryKey: ['clients', projectId, 'messages', clientId],
    queryFn: ({ signal, pageParam }) =>
      call(listMessages, { projectId, clientId, ...(pageParam > 0 && { before: pageParam }) }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ messages, earlier }) => (earlier ? messages[0]?.id : undefined),
  })

export const turnQuery = (projectId: number, clientId: number, turn: number) =>
  queryOptions({
    queryKey: ['clients', projectId, 'turn', turn],
    queryFn: ({ signal }) => call(getClientTurn, { projectId, clientId, turn }, { signal }),
    staleTime: Infinity,
  })

export const repliesQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['quick-replies', projectId],
    queryFn: ({ signal }) => call(listQuickReplies, { projectId }, { signal }).then(({ replies }) => replies),
  })
