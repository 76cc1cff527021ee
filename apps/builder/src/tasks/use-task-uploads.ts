import { largestTaskFileBytes, mostTaskFiles } from '@voronka/api'
import { useProject } from '../app/project-context.tsx'
import { useUploads, type Uploads } from '../files/index.ts'

/** Files for a task: pictures and videos, so many and so large (crm-and-tasks, section 8). */
export function useTaskUploads(count: number, onStored: (file: { url: string; name: string }) => void): Uploads {
  const { id: projectId } = useProject()
  return useUploads({
    projectId,
    room: mostTaskFiles - count,
    bytes: largestTaskFileBytes,
    kinds,
    onStored: ({ url, name }) => onStored({ url, name }),
  })
}

const kinds = ['image', 'video'] as const
