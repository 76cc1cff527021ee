import { listPipelines } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

/** The pipelines of the project with their states, in the order of the boards. */
export const pipelinesQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['orders', projectId, 'pipelines'],
    queryFn: ({ signal }) => call(listPipelines, { projectId }, { signal }).then(({ pipelines }) => pipelines),
  })
