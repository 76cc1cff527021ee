import { listProjectVariables, setProjectVariable } from '@voronka/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProjectId } from '../editor/index.ts'
import { toast } from '../ui/index.ts'

/** Conversations write them at any moment, and nobody tells us. */
const askAgainMs = 10_000

export const variablesQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['project-variables', projectId],
    queryFn: ({ signal }) => call(listProjectVariables, { projectId }, { signal }).then(({ variables }) => variables),
    refetchInterval: askAgainMs,
    refetchOnMount: 'always',
  })

/** Sets a project variable at once for everybody; an empty value deletes it. Shown before the server has answered. */
export function useSetVariable() {
  const { t } = useTranslation('settings')
  const projectId = useProjectId()
  const queries = useQueryClient()
  const { queryKey } = variablesQuery(projectId)
  return useMutation({
    mutationFn: (entry: { name: string; value: string }) => call(setProjectVariable, { projectId, ...entry }),
    onMutate: async ({ name, value }) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (list = []) => {
        if (value === '') return list.filter((entry) => entry.name !== name)
        return list.some((entry) => entry.name === name)
          ? list.map((entry) => (entry.name === name ? { name, value } : entry))
          : [...list, { name, value }]
      })
    },
    onError: (_error, { name }) => toast.error(t('live.failed', { name })),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
