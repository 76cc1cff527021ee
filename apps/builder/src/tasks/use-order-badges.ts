import { taskBadges } from '@voronka/api'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'

/** Orders that are asked about in one call: those of one page of a column. */
const together = 40

/**
 * How many open tasks orders of a list have, of which those from `first` to `last` are in sight. Asked with their neighbours, so that a list is scrolled
 * a long way without asking; 0 while it is not known, and for those who see no tasks.
 */
export function useOrderBadges(orders: readonly number[], first: number, last: number): (order: number) => number {
  const { id: projectId, rights } = useProject()
  const parts: number[][] = []
  for (let from = first - (first % together); from <= last; from += together) parts.push(orders.slice(from, from + together))
  const answers = useQueries({
    queries: parts.map((part) => ({ ...badgesQuery(projectId, part), enabled: part.length > 0 && rights.may('tasks') })),
  })
  return (order) => answers.find(({ data }) => data?.[order])?.data?.[order] ?? 0
}

const badgesQuery = (projectId: number, orders: readonly number[]) => ({
  queryKey: ['tasks', projectId, 'badges', orders],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call(taskBadges, { projectId, clients: [], orders: [...orders] }, { signal }).then((badges) => badges.orders),
  // A card that was added or moved away makes another part of these; what is known of the others stays.
  placeholderData: keepPreviousData,
})
