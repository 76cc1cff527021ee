import type { Targets } from '@voronka/flow'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLive } from '../app/live.ts'
import { connectionsQuery } from '../connections/connections.query.ts'
import { useProject } from '../app/project-context.tsx'
import { labelsQuery, listsQuery } from './audience.queries.ts'
import { pipelinesQuery } from './pipelines-query.ts'

/** The lists, states and labels that actions of blocks can name, and the messengers that are connected, as they are now; undefined while they are not known, or not to this person. */
export function useActionTargets(): Targets | undefined {
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const enabled = rights.may('clients') && rights.may('orders')
  const { data: lists } = useQuery({ ...listsQuery(projectId), enabled })
  const { data: labels } = useQuery({ ...labelsQuery(projectId), enabled })
  const { data: pipelines } = useQuery({ ...pipelinesQuery(projectId), enabled })
  const { data: connections } = useQuery({ ...connectionsQuery(projectId), enabled: enabled && rights.may('settings') })
  useLive(projectId, ({ type }) => {
    if (type === 'lists-changed') void queries.invalidateQueries({ queryKey: listsQuery(projectId).queryKey })
    if (type === 'labels-changed') void queries.invalidateQueries({ queryKey: labelsQuery(projectId).queryKey })
    if (type === 'pipelines-changed') void queries.invalidateQueries({ queryKey: pipelinesQuery(projectId).queryKey })
  })
  return useMemo(
    () =>
      lists &&
      labels &&
      pipelines && {
        lists: new Set(lists.map(({ number }) => number)),
        labels: new Set(labels.map(({ name }) => name)),
        states: new Set(pipelines.flatMap(({ states }) => states.map(({ id }) => id))),
        ...(connections && { messengers: new Set(connections.filter((each) => each.enabled).map(({ kind }) => kind)) }),
      },
    [lists, labels, pipelines, connections],
  )
}
