import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from './Broken.tsx'
import { useLive } from './live.ts'
import { ProjectProvider } from './project-context.tsx'
import { projectQuery, projectsQuery, versionsQuery } from './queries.ts'
import { Shell, ShellSkeleton } from './Shell.tsx'

/** Opens a project: what it is called, what the person may do in it, and what stands around every screen of it. */
export function OpenProject({ projectId, children }: { projectId: number; children: ReactNode }) {
  const { t } = useTranslation('app')
  const { data, error, refetch } = useQuery(projectQuery(projectId))
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) return <ShellSkeleton />
  return (
    <ProjectProvider project={{ id: projectId, name: data.name || t('project.untitled'), rights: everything }}>
      <KeepFresh projectId={projectId} />
      <Shell>{children}</Shell>
    </ProjectProvider>
  )
}

const everything = { may: () => true, has: () => true }

/** What several screens show of the project follows what others do. */
function KeepFresh({ projectId }: { projectId: number }) {
  const queries = useQueryClient()
  useLive(projectId, ({ type }) => {
    if (type === 'published') void queries.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
    if (type === 'published' || type === 'project-changed') {
      void queries.invalidateQueries({ queryKey: projectQuery(projectId).queryKey })
      void queries.invalidateQueries({ queryKey: projectsQuery.queryKey })
    }
  })
  return null
}
