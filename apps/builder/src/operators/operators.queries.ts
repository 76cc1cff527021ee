import { getDistribution, listShifts, setDistribution, setMyStatus, setOperatorStatus } from '@voronka/api'
import type { Distribution, OperatorStatus } from '@voronka/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { toast } from '../ui/index.ts'

export const statuses = ['shift', 'break', 'absent'] as const satisfies readonly OperatorStatus[]

export const distributionQuery = (projectId: number) =>
  queryOptions({ queryKey: ['distribution', projectId], queryFn: ({ signal }) => call(getDistribution, { projectId }, { signal }) })

export const shiftsQuery = (projectId: number, account: number) =>
  queryOptions({
    queryKey: ['operators', projectId, 'shifts', account],
    queryFn: ({ signal }) => call(listShifts, { projectId, account }, { signal }).then(({ shifts }) => shifts),
  })

interface NewStatus {
  readonly status: OperatorStatus
  readonly account: number
  /** One's own status: that needs no right to change others. */
  readonly own: boolean
}

/** Shown at once; taken back when the server refuses. */
export function useSetStatus() {
  const { t } = useTranslation('operators')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { queryKey } = operatorsQuery(projectId)
  return useMutation({
    mutationFn: ({ status, account, own }: NewStatus) =>
      own ? call(setMyStatus, { projectId, status }) : call(setOperatorStatus, { projectId, account, status }),
    onMutate: async ({ status, account }) => {
      await queries.cancelQueries({ queryKey, exact: true })
      queries.setQueryData(
        queryKey,
        (known) =>
          known && {
            ...known,
            operators: known.operators.map((operator) => (operator.account === account ? { ...operator, status } : operator)),
          },
      )
    },
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}

/** The rules are shown as they are chosen; taken back when the server refuses. */
export function useSetDistribution() {
  const { t } = useTranslation('operators')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { queryKey } = distributionQuery(projectId)
  return useMutation({
    // One after the other: each carries all rules.
    scope: { id: `distribution ${projectId}` },
    mutationFn: (rules: Distribution) => call(setDistribution, { projectId, ...rules }),
    onMutate: async (rules) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, rules)
    },
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
