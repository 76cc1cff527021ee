import { controlBroadcast, createBroadcast, deleteBroadcast, startBroadcast, updateBroadcast } from '@voronka/api'
import type { Audience, BroadcastContent, BroadcastInfo } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { broadcastQuery } from './broadcasts.queries.ts'

/** What a draft is made of. */
export interface BroadcastFields {
  readonly name: string
  readonly content: BroadcastContent
  readonly audience: Audience
  readonly pace: number
}

export type ControlAction = 'pause' | 'resume' | 'stop'

/** What is done with broadcasts. A refusal is explained; every answer is the broadcast as it is then. */
export function useBroadcastActions() {
  const { t } = useTranslation('broadcasts')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: (work: () => Promise<BroadcastInfo>) => work(),
    onSuccess: (broadcast) => queries.setQueryData(broadcastQuery(projectId, broadcast.number).queryKey, broadcast),
    onError: (error) => toast.error(t(faultOf(error))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['broadcasts', projectId] }),
  })
  const of = ({ number }: Pick<BroadcastInfo, 'number'>) => ({ projectId, broadcast: number })
  const create = (fields: BroadcastFields, then?: (broadcast: BroadcastInfo) => void) =>
    mutation.mutate(() => call(createBroadcast, { projectId, ...fields }), { onSuccess: then })

  const removal = useMutation({
    mutationFn: (broadcast: BroadcastInfo) => call(deleteBroadcast, of(broadcast)),
    onError: (error) => toast.error(t(faultOf(error))),
    onSettled: (_done, error, { number }) => {
      if (!error) queries.removeQueries({ queryKey: broadcastQuery(projectId, number).queryKey })
      return queries.invalidateQueries({ queryKey: ['broadcasts', projectId, 'list'] })
    },
  })
  return {
    busy: mutation.isPending || removal.isPending,
    create,
    start: (broadcast: BroadcastInfo, at: string | null) => mutation.mutate(() => call(startBroadcast, { ...of(broadcast), at })),
    control: (broadcast: BroadcastInfo, action: ControlAction) =>
      mutation.mutate(() => call(controlBroadcast, { ...of(broadcast), action })),
    pace: (broadcast: BroadcastInfo, pace: number) => mutation.mutate(() => call(updateBroadcast, { ...of(broadcast), pace })),
    /** A draft comes back with Undo, under a new number. */
    remove: (broadcast: BroadcastInfo, then: () => void) =>
      removal.mutate(broadcast, {
        onSuccess: () => {
          then()
          if (broadcast.status === 'draft')
            toast(t('deleted'), {
              duration: 10_000,
              action: { label: say('ui.undo'), onClick: () => create(fieldsOf(broadcast)) },
            })
          else toast(t('deleted'))
        },
      }),
  }
}
export type BroadcastActions = ReturnType<typeof useBroadcastActions>

export const fieldsOf = ({ name, content, audience, pace }: BroadcastInfo): BroadcastFields => ({ name, content, audience, pace })

/** Why the server refused, as a key of the catalogue. */
export function faultOf(error: unknown) {
  if (!(error instanceof ApiError)) return 'failed'
  if (error.code === 'block-not-found') return 'faults.block'
  if (error.code === 'broadcast-runs') return 'faults.runs'
  if (error.status === 403) return 'faults.forbidden'
  return error.code === 'offline' ? 'faults.offline' : 'failed'
}
