import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from './Broken.tsx'
import { useLive } from './live.ts'
import { OpenScreen } from './OpenScreen.tsx'
import { ProjectProvider } from './project-context.tsx'
import { projectQuery, projectsQuery, versionsQuery } from './queries.ts'
import { rightsOf } from './rights.ts'
import { meQuery, useMe } from './session.ts'
import { Shell, ShellSkeleton } from './Shell.tsx'

/** Opens a project: what it is called, what the person may do in it, and what stands around every screen of it. */
export function OpenProject({ projectId, children }: { projectId: number; children: ReactNode }) {
  const { t } = useTranslation('app')
  const { data, error, refetch } = useQuery(projectQuery(projectId))
  const mine = useMembership(projectId)
  const name = data?.name || t('project.untitled')
  const project = useMemo(
    () => mine && { id: projectId, name, role: mine.role.id, permissions: mine.permissions, rights: rightsOf(mine.permissions) },
    [projectId, name, mine],
  )
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (mine === null) return <Broken missing />
  if (!data || !project) return <ShellSkeleton />
  return (
    <ProjectProvider project={project}>
      <KeepFresh projectId={projectId} />
      <Shell>
        <OpenScreen>{children}</OpenScreen>
      </Shell>
    </ProjectProvider>
  )
}

/** What the person is here; undefined while that is asked, null when he is nobody. */
function useMembership(projectId: number) {
  const queries = useQueryClient()
  const find = ({ id }: { id: number }) => id === projectId
  const known = useMe().projects.find(find)
  // It may be newer than what was asked when the page came.
  const { data: asked, isFetched } = useQuery({
    queryKey: [...meQuery.queryKey, projectId],
    queryFn: () => queries.fetchQuery({ ...meQuery, staleTime: 0 }),
    enabled: !known,
    gcTime: 0,
  })
  return known ?? (isFetched ? (asked?.projects.find(find) ?? null) : undefined)
}

/** What several screens show of the project follows what others do. */
function KeepFresh({ projectId }: { projectId: number }) {
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  useLive(projectId, ({ type }) => {
    if (type === 'published') void queries.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
    if (type === 'published' || type === 'project-changed') {
      void queries.invalidateQueries({ queryKey: projectQuery(projectId).queryKey })
      void queries.invalidateQueries({ queryKey: projectsQuery.queryKey })
    }
    if (type === 'access-changed') void queries.invalidateQueries({ queryKey: meQuery.queryKey, exact: true })
  })
  // Whose role now opens more may see what he was refused before.
  const permissions = me?.projects.find(({ id }) => id === projectId)?.permissions
  useEffect(() => {
    if (permissions) void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
  }, [permissions, queries])
  return null
}
