import { queryOptions } from '@tanstack/react-query'
import { openProject } from '../editor/index.ts'
import { openDraftKey } from './queries.ts'

/** The open draft; it stays open, with its history, for as long as the page lives. */
export const editorQuery = (projectId: number) =>
  queryOptions({
    queryKey: openDraftKey(projectId),
    queryFn: () => openProject(projectId),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  })
