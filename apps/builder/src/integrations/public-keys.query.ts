import { listPublicKeys } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export const publicKeysQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['public-keys', projectId],
    queryFn: ({ signal }) => call(listPublicKeys, { projectId }, { signal }).then(({ keys }) => keys),
  })
