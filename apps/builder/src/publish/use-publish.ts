import { publishDraft } from '@voronka/api'
import type { Version } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { projectQuery, projectsQuery, versionsQuery } from '../app/queries.ts'
import { useEditorActions, useProjectId } from '../editor/index.ts'

/** Saves what is unsaved, then freezes exactly that as the next version: with a draft that changed meanwhile the server refuses. */
export function usePublish() {
  const projectId = useProjectId()
  const { settled } = useEditorActions()
  const queries = useQueryClient()
  return useMutation<Version, Error, string>({
    mutationFn: async (note) => call(publishDraft, { projectId, revision: await settled(), note }),
    onSuccess: () => {
      const stale = [projectQuery(projectId).queryKey, versionsQuery(projectId).queryKey, projectsQuery.queryKey]
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey })
    },
  })
}

/** What to say of a publication that was refused. */
export function publishFault(error: Error): 'outdated' | 'errors' | 'unsaved' | 'offline' | 'unknown' {
  if (!(error instanceof ApiError)) return 'unknown'
  if (error.code === 'draft-outdated') return 'outdated'
  if (error.code === 'draft-has-errors') return 'errors'
  if (error.code === 'unsaved') return 'unsaved'
  return error.passing ? 'offline' : 'unknown'
}
