import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { pipelinesQuery } from './orders.queries.ts'

/** The pipelines with their states, as they are now: also when somebody else changes them. */
export function usePipelines() {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const query = pipelinesQuery(projectId)
  useLive(projectId, ({ type }) => {
    if (type === 'pipelines-changed') void queries.invalidateQueries({ queryKey: query.queryKey })
  })
  return useQuery(query)
}
