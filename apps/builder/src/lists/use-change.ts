import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'

/** A change of lists or labels: told when it fails, and asked for anew after it. */
export function useChange<Out>() {
  const { t } = useTranslation('lists')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<Out>) => work(),
    onError: (error) => toast.error(error instanceof ApiError && error.status >= 400 && error.status < 500 ? error.message : t('failed')),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['lists', projectId] })
      await queries.invalidateQueries({ queryKey: ['labels', projectId] })
      await queries.invalidateQueries({ queryKey: ['clients', projectId] })
    },
  })
}
