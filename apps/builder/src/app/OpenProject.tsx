import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { attach, EditorProvider, openProject } from '../editor/index.ts'
import type { Editor } from '../editor/index.ts'
import { toast } from '../ui/index.ts'
import { Broken } from './Broken.tsx'
import { useLive } from './live.ts'
import { projectQuery, projectsQuery, versionsQuery } from './queries.ts'
import { Shell, ShellSkeleton } from './Shell.tsx'

/**
 * Opens a project and keeps it open: coming back to it finds the history of undo as it was. Nothing can be saved before it was loaded, so a page
 * that failed to load cannot overwrite a draft.
 */
export function OpenProject({ projectId, children }: { projectId: number; children: ReactNode }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['open-project', projectId],
    queryFn: () => openProject(projectId),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  })
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) return <ShellSkeleton />
  return (
    <EditorProvider editor={data.editor} projectId={projectId}>
      <Attached editor={data.editor} projectId={projectId} putBack={data.putBack} />
      <Shell>{children}</Shell>
    </EditorProvider>
  )
}

/** Connects the open project with the server and with what other parts of the page know of it. */
function Attached({ editor, projectId, putBack }: { editor: Editor; projectId: number; putBack: number }) {
  const { t } = useTranslation('app')
  const queries = useQueryClient()
  useEffect(() => attach(editor, projectId), [editor, projectId])
  useEffect(() => {
    if (putBack) toast(t('kept.title', { count: putBack }), { id: 'kept' })
  }, [putBack, t])
  useLive(projectId, ({ type }) => {
    if (type === 'published') void queries.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
    if (type === 'published' || type === 'project-changed') {
      void queries.invalidateQueries({ queryKey: projectQuery(projectId).queryKey })
      void queries.invalidateQueries({ queryKey: projectsQuery.queryKey })
    }
  })
  return null
}
