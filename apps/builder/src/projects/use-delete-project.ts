import { deleteProject, restoreProject } from '@voronka/api'
import type { ProjectSummary } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { projectsQuery } from '../app/queries.ts'
import { toast } from '../ui/index.ts'

/** Puts a project into the bin: the list shows it gone at once, and a toast takes it back. */
export function useDeleteProject(): (project: ProjectSummary) => void {
  const { t } = useTranslation('projects')
  const { t: say } = useTranslation('app')
  const queries = useQueryClient()
  const { queryKey } = projectsQuery
  const reload = () => queries.invalidateQueries({ queryKey })

  const restore = async ({ id: projectId }: ProjectSummary) => {
    try {
      await call(restoreProject, { projectId })
    } catch {
      toast.error(t('failed.restore'))
    }
    await reload()
  }
  const remove = async (project: ProjectSummary) => {
    const { id: projectId } = project
    const name = project.name || say('project.untitled')
    await queries.cancelQueries({ queryKey })
    queries.setQueryData(queryKey, (list) => list?.filter(({ id }) => id !== projectId))
    try {
      await call(deleteProject, { projectId })
      // What is open of it could no longer be saved.
      queries.removeQueries({ queryKey: ['open-project', projectId] })
      toast(t('deleted', { name }), {
        duration: 10_000,
        action: { label: say('ui.undo'), onClick: () => void restore(project) },
      })
    } catch {
      toast.error(t('failed.delete', { name }))
    }
    await reload()
  }
  return (project) => void remove(project)
}
