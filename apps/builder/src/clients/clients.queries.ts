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

interface MessagesPart {
  readonly before?: number
  readonly after?: number
  readonly around?: number
}

/** A dialogue from its latest messages backwards, or both ways from one of them; each page is what was said before the page that was asked for earlier. */
export const messagesQuery = (projectId: number, clientId: number, around?: number) =>
  infiniteQueryOptions({
    queryKey: ['clients', projectId, 'messages', clientId, { around }],
    queryFn: ({ signal, pageParam }) => call(listMessages, { projectId, clientId, ...pageParam }, { signal }),
    initialPageParam: (around === undefined ? {} : { around }) as MessagesPart,
    getNextPageParam: ({ messages, earlier }): MessagesPart | undefined =>
      earlier && messages[0] ? { before: messages[0].id } : undefined,
    getPreviousPageParam: ({ messages, later }): MessagesPart | undefined => {
      const last = messages.at(-1)
      return later && last ? { after: last.id } : undefined
    },
  })

/** Messages of a dialogue that hold a text; the latest of them. */
export const foundMessagesQuery = (projectId: number, clientId: number, q: string) =>
  queryOptions({
    queryKey: ['clients', projectId, 'messages', clientId, 'found', q],
    queryFn: ({ signal }) => call(listMessages, { projectId, clientId, q }, { signal }),
    enabled: q !== '',
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
