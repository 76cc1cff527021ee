import {
  assignClient,
  changeClientLabels,
  changeClientLists,
  deleteClient,
  mergeClient,
  setClientVariable,
  unmergeClient,
  updateClient,
} from '@voronka/api'
import type { ClientCard } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { toast } from '../ui/index.ts'
import { clientQuery } from './clients.queries.ts'

type Fields = Omit<NonNullable<(typeof updateClient)['input']>, 'projectId' | 'clientId'>
type Account = NonNullable<(typeof assignClient)['input']>['account']
interface Membership {
  readonly add?: number[]
  readonly remove?: number[]
}

/** What is done with a client. Every answer is his card as it is then. */
export function useClientActions(clientId: number) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  const { queryKey } = clientQuery(projectId, clientId)
  const client = { projectId, clientId }

  const mutation = useMutation({
    mutationFn: (work: () => Promise<ClientCard>) => work(),
    onSuccess: (card) => queries.setQueryData(queryKey, card),
    onError: (error) => toast.error(refusal(error, t('failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients', projectId] }),
  })
  const run = (work: () => Promise<ClientCard>, then?: () => void) => mutation.mutate(work, { onSuccess: then })

  return {
    busy: mutation.isPending,
    run,
    update: (fields: Fields, then?: () => void) => run(() => call(updateClient, { ...client, ...fields }), then),
    assign: (account: Account, note = '') => run(() => call(assignClient, { ...client, account, note })),
    lists: ({ add = [], remove = [] }: Membership) => run(() => call(changeClientLists, { ...client, add, remove })),
    labels: ({ add = [], remove = [] }: Membership) => run(() => call(changeClientLabels, { ...client, add, remove })),
    variable: (name: string, value: string) => run(() => call(setClientVariable, { ...client, name, value })),
    merge: (other: number) =>
      run(
        () => call(mergeClient, { ...client, client: other }),
        () =>
          toast(t('merge.done'), {
            duration: 10_000,
            action: { label: say('ui.undo'), onClick: () => run(() => call(unmergeClient, { projectId, clientId: other })) },
          }),
      ),
    unmerge: (other: number) => run(() => call(unmergeClient, { projectId, clientId: other })),
    remove: async (): Promise<boolean> => {
      try {
        await call(deleteClient, client)
        queries.removeQueries({ queryKey })
        await queries.invalidateQueries({ queryKey: ['clients', projectId] })
        return true
      } catch (error) {
        toast.error(refusal(error, t('failed')))
        return false
      }
    },
  }
}
export type ClientActions = ReturnType<typeof useClientActions>
