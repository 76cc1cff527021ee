import { listAccounts } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => call(listAccounts, {}, { signal }).then(({ accounts }) => accounts),
})
