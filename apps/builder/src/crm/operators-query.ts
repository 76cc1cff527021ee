import { listOperators } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

/** The people whom an order can be given to. */
export const operatorsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['operators', projectId],
    queryFn: ({ signal }) => call(listOperators, { projectId }, { signal }).then(({ operators }) => operators),
  })
