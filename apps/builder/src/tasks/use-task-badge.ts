import { taskBadges } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { gather } from './gather.ts'

type Kind = 'clients' | 'orders'

/** One asker a project and kind, so that all cards in sight are one call. */
const askers = new Map<string, (number: number) => Promise<number>>()

function askerOf(projectId: number, kind: Kind): (number: number) => Promise<number> {
  const name = `${projectId} ${kind}`
  const known = askers.get(name)
  if (known) return known
  const asker = gather(
    async (numbers: readonly number[]) => {
      const counts = await call(taskBadges, { projectId, clients: [], orders: [], [kind]: [...numbers] })
      return (number: number) => counts[kind][String(number)] ?? 0
    },
    { ms: 30, most: 1000 },
  )
  askers.set(name, asker)
  return asker
}

/** How many open tasks a client or an order has; 0 while it is not known, and for those who see no tasks. */
export function useTaskBadge(kind: Kind, number: number): number {
  const { id: projectId, rights } = useProject()
  const { data } = useQuery({
    queryKey: ['tasks', projectId, 'badge', kind, number],
    queryFn: () => askerOf(projectId, kind)(number),
    enabled: rights.may('tasks'),
  })
  return data ?? 0
}
