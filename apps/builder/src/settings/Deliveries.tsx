import { deliveryStates, listDeliveries, resendDead, resendDelivery, type OutboxDelivery } from '@voronka/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import { useProject, useRights } from '../app/project-context.tsx'
import { Button, Segments, Skeleton, toast } from '../ui/index.ts'
import { DeliveryRow } from './DeliveryRow.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { SettingsCard } from './SettingsCard.tsx'

type Shown = 'all' | OutboxDelivery['state']

/** What goes to servers of others; what was given up is sent again from here, one or all. */
export function Deliveries() {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const { may } = useRights()
  const queries = useQueryClient()
  const [shown, setShown] = useState<Shown>('all')
  const state = shown === 'all' ? undefined : shown
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['deliveries', projectId, shown],
    queryFn: ({ signal, pageParam }) => call(listDeliveries, { projectId, state, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const again = () => queries.invalidateQueries({ queryKey: ['deliveries', projectId] })
  useLive(projectId, ({ type }) => {
    if (type === 'outbox-changed') void again()
  })
  const onError = () => toast.error(t('deliveries.failed'))
  const resend = useMutation({ mutationFn: (delivery: number) => call(resendDelivery, { projectId, delivery }), onSuccess: again, onError })
  const resendAll = useMutation({
    mutationFn: () => call(resendDead, { projectId }),
    onSuccess: ({ count }) => {
      toast(t('deliveries.resent', { count }))
      return again()
    },
    onError,
  })
  const edits = may('settings', 'edit')
  const [first] = data?.pages ?? []
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? []
  return (
    <SettingsCard name="deliveries">
      {error && !data ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !first ? (
        <Skeleton className="h-24" />
      ) : (
        <div className="flex flex-col gap-3">
          <Segments
            label={t('deliveries.show')}
            labelHidden
            value={shown}
            options={(['all', ...deliveryStates] as const).map((value) => ({ value, text: t(`deliveries.states.${value}`) }))}
            onChange={setShown}
          />
          <div className="flex min-h-7 flex-wrap items-center gap-3 text-xs text-muted">
            <span>{t('deliveries.waitingCount', { count: first.waiting })}</span>
            <span className={first.dead ? 'text-danger' : ''}>{t('deliveries.deadCount', { count: first.dead })}</span>
            {edits && first.dead > 0 && (
              <Button small icon={<RotateCw size={14} aria-hidden />} busy={resendAll.isPending} onClick={() => resendAll.mutate()}>
                {t('deliveries.resendAll')}
              </Button>
            )}
          </div>
          {deliveries.length === 0 && <p className="text-sm text-faint">{t('deliveries.none')}</p>}
          <ul aria-label={t('deliveries.title')} className="flex flex-col empty:hidden">
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} onResend={edits ? () => resend.mutate(delivery.id) : undefined} />
            ))}
          </ul>
          {hasNextPage && (
            <div>
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('deliveries.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </SettingsCard>
  )
}
