import { getDraft } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

/** The blocks of the draft, to be found by their names; for those who may see the funnel. */
export const blockNamesQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['draft-names', projectId],
    queryFn: ({ signal }) => call(getDraft, { projectId }, { signal }).then(({ project }) => project),
  })
