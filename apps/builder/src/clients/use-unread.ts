import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '../app/live.ts'
import { countsQuery } from './clients.queries.ts'

/** The badge of the section: dialogues with something that nobody has read. */
export function useUnread(projectId: number): number {
  const queries = useQueryClient()
  const query = countsQuery(projectId)
  useLive(projectId, ({ type }) => {
    if (type === 'dialogue-changed' || type === 'client-deleted') void queries.invalidateQueries({ queryKey: query.queryKey })
  })
  const { data } = useQuery(query)
  return data?.unread ?? 0
}
