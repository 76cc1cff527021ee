import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { toast } from '../ui/index.ts'

/** A change of the set-up: told when it fails, and everything about orders is asked for anew after it. */
export function useSetup<In, Out>(change: (input: In) => Promise<Out>) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  return useMutation({
    mutationFn: change,
    onError: (error) => {
      if (!(error instanceof ApiError && error.code === 'orders-need-target')) toast.error(refusal(error, t('setup.failed')))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders', projectId] }),
  })
}
