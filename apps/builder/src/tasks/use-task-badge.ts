import { taskBadges } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { gather } from './gather.ts'

/** One asker a project, so that all rows in sight are one call. */
const askers = new Map<number, (client: number) => Promise<number>>()

function askerOf(projectId: number): (client: number) => Promise<number> {
  const known = askers.get(projectId)
  if (known) return known
  const asker = gather(
    async (clients: readonly number[]) => {
      const counts = await call(taskBadges, { projectId, clients: [...clients], orders: [] })
      return (client: number) => counts.clients[client] ?? 0
    },
    { ms: 30, most: 1000 },
  )
  askers.set(projectId, asker)
  return asker
}

/** How many open tasks a client has; 0 while it is not known, and for those who see no tasks. */
export function useTaskBadge(client: number): number {
  const { id: projectId, rights } = useProject()
  const { data } = useQuery({
    queryKey: ['tasks', projectId, 'badge', client],
    queryFn: () => askerOf(projectId)(client),
    enabled: rights.may('tasks'),
  })
  return data ?? 0
}
