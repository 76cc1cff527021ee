import { massAction, massRefusals, undoMassAction } from '@voronka/api'
import type { MassAction, MassRefusal } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { useFailureText } from './use-failure-text.ts'

/** The same for many orders at once. The toast says how many were changed, which were not and why, and takes it back. */
export function useMassAction() {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const reload = () => queries.invalidateQueries({ queryKey: ['orders', projectId] })

  /** Which orders were left as they are, by why: a line for each reason. */
  function reasons(refused: readonly { order: number; code: MassRefusal }[]): string {
    const lines = massRefusals.flatMap((code) => {
      const orders = refused.filter((each) => each.code === code).map(({ order }) => order)
      return orders.length ? [t(`mass.refused.${code}`, { orders: numbers(orders) })] : []
    })
    return lines.join('\n')
  }

  async function takeBack(batch: number): Promise<void> {
    try {
      const { refused } = await call(undoMassAction, { projectId, batch })
      if (refused.length) toast(t('mass.stayed', { count: refused.length }), { duration: 10_000, description: reasons(refused) })
    } catch (error) {
      toast.error(failureText(error, t('move.undoFailed')))
    }
    await reload()
  }

  return useMutation({
    mutationFn: (asked: { orders: number[]; do: MassAction }) => call(massAction, { projectId, ...asked }),
    onSuccess: ({ batch, changed, refused }) => {
      const action = { label: say('ui.undo'), onClick: () => void takeBack(batch) }
      const description = reasons(refused)
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
