import { listLabels, listLists } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export const labelsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['labels', projectId],
    queryFn: ({ signal }) => call(listLabels, { projectId, sort: 'name' }, { signal }).then(({ labels }) => labels),
  })

export const listsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['lists', projectId],
    queryFn: ({ signal }) => call(listLists, { projectId, sort: 'name' }, { signal }).then(({ lists }) => lists),
  })
