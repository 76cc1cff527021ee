import { listPayments } from '@voronka/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import type { PaymentsSearch } from './payments-search.ts'

export const paymentsKey = (projectId: number) => ['payments', projectId] as const

export const paymentsQuery = (projectId: number, { state, order, client, from, until }: PaymentsSearch) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey(projectId), state, order, client, from, until],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ signal, pageParam: before }) => call(listPayments, { projectId, state, order, client, from, until, before }, { signal }),
    getNextPageParam: ({ payments, more }) => (more ? payments.at(-1)?.number : undefined),
  })
