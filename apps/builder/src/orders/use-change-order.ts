import { changeOrder, orderConflictSchema } from '@voronka/api'
import type { Order, OrderChange, OrderConflict } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { ApiError } from '../app/api-error.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { orderQuery } from './orders.queries.ts'
import { useFailureText } from './use-failure-text.ts'

/** Somebody else changed the same field: what both wrote. Until it is decided, nothing is lost. */
export interface Undecided {
  readonly mine: readonly OrderChange[]
  readonly theirs: OrderConflict['conflicts']
}

export interface ChangeOrder {
  save(change: OrderChange): void
  readonly undecided: Undecided | undefined
  /** Writes mine over what is there now. */
  keepMine(): void
  takeTheirs(): void
  readonly busy: boolean
}

/** Changes of one order, field by field against what its editor saw, so that nobody's change is overwritten unseen. */
export function useChangeOrder(order: number): ChangeOrder {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const { queryKey } = orderQuery(projectId, order)
  const [undecided, setUndecided] = useState<Undecided>()

  const mutation = useMutation({
    mutationFn: (changes: readonly OrderChange[]) => call(changeOrder, { projectId, order, changes: [...changes] }),
    onSuccess: (changed) => {
      setUndecided(undefined)
      queries.setQueryData<Order>(queryKey, changed)
    },
    onError: (error, mine) => {
      const read = error instanceof ApiError && error.code === 'order-changed' ? orderConflictSchema.safeParse(error.details) : undefined
      if (!read?.success) return void toast.error(failureText(error, t('change.failed')))
      setUndecided({ mine, theirs: read.data.conflicts })
      queries.setQueryData<Order>(queryKey, read.data.order)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders', projectId] }),
  })

  return {
    save: (change) => mutation.mutate([change]),
    undecided,
    keepMine: () => undecided && mutation.mutate(undecided.mine.map((change) => rebased(change, undecided.theirs))),
    takeTheirs: () => setUndecided(undefined),
    busy: mutation.isPending,
  }
}

export const fieldName = (change: OrderChange): string => (change.field === 'variable' ? `variable:${change.name}` : change.field)

/** The same change, now made by somebody who has seen what the other wrote. */
function rebased(change: OrderChange, theirs: OrderConflict['conflicts']): OrderChange {
  const now = theirs.find(({ field }) => field === fieldName(change))?.now
  if (now === undefined || (typeof now === 'object' && now !== null)) return change
  switch (change.field) {
    case 'name':
    case 'description':
      return { ...change, from: String(now ?? '') }
    case 'budget':
    case 'responsible':
      return { ...change, from: now === null ? null : Number(now) }
    case 'variable':
      return { ...change, from: now === null ? null : String(now) }
    default:
      return change satisfies never
  }
}
