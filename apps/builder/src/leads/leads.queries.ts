/** What the screens of leads ask of the server, each with the key under which it is remembered. */
import { countLeads, getLead, getLeadSettings, listLeadPartners, listLeads, listLeadSources } from '@voronka/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import type { LeadsSearch } from './leads-search.ts'

/** `projectId` is the second word of every key: one event makes all of them old. */
export const leadsKey = (projectId: number) => ['leads', projectId] as const

export const leadsQuery = (projectId: number, { status, responsible, source, from, until, q }: LeadsSearch) =>
  infiniteQueryOptions({
    queryKey: [...leadsKey(projectId), 'list', status, responsible, source, from, until, q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      call(listLeads, { projectId, status: status ?? 'all', responsible, source, from, until, q, cursor: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const leadQuery = (projectId: number, lead: number) =>
  queryOptions({
    queryKey: [...leadsKey(projectId), 'one', lead],
    queryFn: ({ signal }) => call(getLead, { projectId, lead }, { signal }),
  })

export const leadCountsQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...leadsKey(projectId), 'counts'],
    queryFn: ({ signal }) => call(countLeads, { projectId }, { signal }),
  })

export const leadSettingsQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...leadsKey(projectId), 'settings'],
    queryFn: ({ signal }) => call(getLeadSettings, { projectId }, { signal }),
  })

export const sourcesQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...leadsKey(projectId), 'sources'],
    queryFn: ({ signal }) => call(listLeadSources, { projectId }, { signal }).then(({ sources }) => sources),
  })

export const partnersQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...leadsKey(projectId), 'partners'],
    queryFn: ({ signal }) => call(listLeadPartners, { projectId }, { signal }).then(({ partners }) => partners),
  })
