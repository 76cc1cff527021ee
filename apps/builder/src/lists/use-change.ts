import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { toast } from '../ui/index.ts'

/** A change of lists or labels: told when it fails, and asked for anew after it. */
export function useChange<Out>() {
  const { t } = useTranslation('lists')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  return useMutation({
    mutationFn: (work: () => Promise<Out>) => work(),
    onError: (error) => toast.error(refusal(error, t('failed'))),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['lists', projectId] })
      await queries.invalidateQueries({ queryKey: ['labels', projectId] })
      await queries.invalidateQueries({ queryKey: ['clients', projectId] })
    },
  })
}
