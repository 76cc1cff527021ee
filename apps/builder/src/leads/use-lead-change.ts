import type { Lead } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { leadsKey } from './leads.queries.ts'

/** A change of a lead, its dictionaries or its settings: told when it fails, and asked for anew after it. */
export function useLeadChange<Out = Lead>() {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<Out>) => work(),
    onError: (error) => toast.error(said(error) ?? t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: leadsKey(projectId) }),
  })

  function said(error: unknown): string | undefined {
    if (!(error instanceof ApiError)) return undefined
    if (error.code === 'lead-changed') return t('changed')
    if (error.code === 'name-taken') return t('taken')
    return error.status < 500 ? error.message : undefined
  }
}
