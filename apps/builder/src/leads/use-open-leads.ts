import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '../app/live.ts'
import { leadCountsQuery, leadsKey } from './leads.queries.ts'

/** The badge of the section: how many leads nobody has taken. */
export function useOpenLeads(projectId: number): number {
  const queries = useQueryClient()
  const { data } = useQuery(leadCountsQuery(projectId))
  useLive(projectId, ({ type }) => {
    if (type === 'leads-changed') void queries.invalidateQueries({ queryKey: leadsKey(projectId) })
  })
  return data?.open ?? 0
}
