/** What the screens of telephony ask of the server, each with the key under which it is remembered. */
import { listCalls, listStoppedNumbers } from '@voronka/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import type { TelephonySearch } from './telephony-search.ts'

/** One event makes everything under it old. */
export const callsKey = (projectId: number) => ['calls', projectId] as const

export const callsQuery = (projectId: number, { from, until, client, employee, outcome }: TelephonySearch) =>
  infiniteQueryOptions({
    queryKey: [...callsKey(projectId), 'list', from, until, client, employee, outcome],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      call(listCalls, { projectId, from, until, client, employee, outcome, cursor: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const stoppedQuery = (projectId: number, q: string) =>
  infiniteQueryOptions({
    queryKey: [...callsKey(projectId), 'stopped', q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => call(listStoppedNumbers, { projectId, q, cursor: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
