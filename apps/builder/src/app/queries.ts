/** What several screens ask of the server, each with the key under which it is remembered. */
import { getProject, getVersion, listChannels, listClientChannels, listProjects, listStarters, listVersions } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => call(listProjects, {}, { signal }).then(({ projects }) => projects),
})

export const startersQuery = queryOptions({
  queryKey: ['starters'],
  queryFn: ({ signal }) => call(listStarters, {}, { signal }).then(({ starters }) => starters),
  staleTime: Infinity,
})

export const projectQuery = (projectId: number) =>
  queryOptions({ queryKey: ['project', projectId], queryFn: ({ signal }) => call(getProject, { projectId }, { signal }) })

export const versionsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['versions', projectId],
    queryFn: ({ signal }) => call(listVersions, { projectId }, { signal }).then(({ versions }) => versions),
  })

/** Under this the draft that is open stays open (`editor-query.ts`). */
export const openDraftKey = (projectId: number) => ['open-project', projectId] as const

/** A published version never changes. */
export const versionQuery = (projectId: number, version: number) =>
  queryOptions({
    queryKey: ['version', projectId, version],
    queryFn: ({ signal }) => call(getVersion, { projectId, version }, { signal }),
    staleTime: Infinity,
  })

export const channelsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['channels', projectId],
    queryFn: ({ signal }) => call(listChannels, { projectId }, { signal }).then(({ channels }) => channels),
  })

/** Whence clients come, those of messengers too. */
export const clientChannelsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['client-channels', projectId],
    queryFn: ({ signal }) => call(listClientChannels, { projectId }, { signal }).then(({ channels }) => channels),
  })
