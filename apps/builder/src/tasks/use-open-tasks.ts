import { useQuery } from '@tanstack/react-query'
import { countsQuery } from './tasks.queries.ts'

/** The badge of the section: how many tasks wait for me. */
export function useOpenTasks(projectId: number): number {
  const { data } = useQuery({ ...countsQuery(projectId), refetchInterval: 60_000 })
  return data?.mine ?? 0
}
