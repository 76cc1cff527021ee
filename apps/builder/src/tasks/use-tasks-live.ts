import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'

/** Tasks follow what others do. */
export function useTasksLive(): void {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  useLive(projectId, ({ type }) => {
    if (type === 'task-changed' || type === 'task-columns-changed' || type === 'hello')
      void queries.invalidateQueries({ queryKey: ['tasks', projectId] })
  })
}
