import type { Lead } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { toast } from '../ui/index.ts'
import { leadsKey } from './leads.queries.ts'

/** A change of a lead, its dictionaries or its settings: told when it fails, and asked for anew after it. */
export function useLeadChange<Out = Lead>() {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  return useMutation({
    mutationFn: (work: () => Promise<Out>) => work(),
    onError: (error) => toast.error(refusal(error, t('failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: leadsKey(projectId) }),
  })
}
