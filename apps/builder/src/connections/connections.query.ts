import { listConnections, type Connection } from '@voronka/api'
import { call } from '../app/call.ts'

export const connectionsQuery = (projectId: number) => ({
  queryKey: ['connections', projectId] as const,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<readonly Connection[]> =>
    (await call(listConnections, { projectId }, { signal })).connections,
})
