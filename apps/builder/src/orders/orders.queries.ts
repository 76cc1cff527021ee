/** What the screens of orders ask of the server, each with the key under which it is remembered. */
import { getBoard, getOrder, getOrderHistory, listOrders, listOrderViews, listPayments } from '@voronka/api'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { mergeBoards, type BoardState } from './board-state.ts'
import type { OrderFilter, OrdersPage } from './filter.ts'

/** Cards of a column that come with the board, and with each further page of it. */
export const pageSize = 40

export { pipelinesQuery } from '../crm/pipelines-query.ts'

export const boardKey = (projectId: number) => ['orders', projectId, 'board'] as const

export const boardQuery = (projectId: number, pipelineId: number, filter: OrderFilter, hidden: boolean) => {
  const queryKey = [...boardKey(projectId), pipelineId, filter, hidden]
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }: { signal: AbortSignal; client: QueryClient }): Promise<BoardState> => {
      const fresh = await call(getBoard, { projectId, pipelineId, ...filter, hidden, size: pageSize }, { signal })
      return mergeBoards(client.getQueryData<BoardState>(queryKey), fresh)
    },
  })
}

export const ordersQuery = (projectId: number, filter: OrderFilter, page: OrdersPage) =>
  queryOptions({
    queryKey: ['orders', projectId, 'list', filter, page],
    queryFn: ({ signal }) => call(listOrders, { projectId, ...filter, ...page }, { signal }),
  })

export const orderQuery = (projectId: number, order: number) =>
  queryOptions({
    queryKey: ['orders', projectId, 'order', order],
    queryFn: ({ signal }) => call(getOrder, { projectId, order }, { signal }),
  })

export const historyQuery = (projectId: number, order: number) =>
  queryOptions({
    queryKey: ['orders', projectId, 'history', order],
    queryFn: ({ signal }) => call(getOrderHistory, { projectId, order }, { signal }).then(({ entries }) => entries),
  })

export const paymentsQuery = (projectId: number, order: number) =>
  queryOptions({
    queryKey: ['orders', projectId, 'payments', order],
    queryFn: ({ signal }) => call(listPayments, { projectId, order }, { signal }),
  })

export const viewsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['orders', projectId, 'views'],
    queryFn: ({ signal }) => call(listOrderViews, { projectId }, { signal }).then(({ views }) => views),
  })
