import { changeOrderSettings, getMailSettings, getOrderSettings } from '@voronka/api'
import type { OrderSettings } from '@voronka/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'

export const orderSettingsQuery = (projectId: number) =>
  queryOptions({ queryKey: ['order-settings', projectId], queryFn: ({ signal }) => call(getOrderSettings, { projectId }, { signal }) })

export const mailSettingsQuery = (projectId: number) =>
  queryOptions({ queryKey: ['mail-settings', projectId], queryFn: ({ signal }) => call(getMailSettings, { projectId }, { signal }) })

/** Shown at once; taken back when the server refuses. */
export function useChangeOrderSettings() {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { queryKey } = orderSettingsQuery(projectId)
  return useMutation({
    mutationFn: (fields: Partial<OrderSettings>) => call(changeOrderSettings, { projectId, ...fields }),
    onMutate: async (fields) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (settings) => settings && { ...settings, ...fields })
    },
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
