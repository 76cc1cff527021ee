import { massAction, undoMassAction } from '@voronka/api'
import type { MassAction } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { useFailureText } from './use-failure-text.ts'

/** The same for many orders at once. The toast says how many were changed and which were not, and takes it back. */
export function useMassAction() {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const reload = () => queries.invalidateQueries({ queryKey: ['orders', projectId] })

  async function takeBack(batch: number): Promise<void> {
    try {
      const { refused } = await call(undoMassAction, { projectId, batch })
      if (refused.length) toast(t('mass.keptAsIs', { count: refused.length }))
    } catch (error) {
      toast.error(failureText(error, t('move.undoFailed')))
    }
    await reload()
  }

  return useMutation({
    mutationFn: (asked: { orders: number[]; do: MassAction }) => call(massAction, { projectId, ...asked }),
    onSuccess: ({ batch, changed, refused }) => {
      const action = { label: say('ui.undo'), onClick: () => void takeBack(batch) }
      const description = refused.length
        ? t('mass.refused', { count: refused.length, orders: numbers(refused.map(({ order }) => order)) })
        : undefined
      if (changed.length) toast(t('mass.changed', { count: changed.length }), { duration: 10_000, description, action })
      else toast.error(t('mass.none'), { description })
    },
    onError: (error) => toast.error(failureText(error, t('mass.failed'))),
    onSettled: reload,
  })
}

const mostNamed = 5
const numbers = (orders: readonly number[]): string =>
  orders
    .slice(0, mostNamed)
    .map((order) => `#${order}`)
    .join(', ') + (orders.length > mostNamed ? '…' : '')
