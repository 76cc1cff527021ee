import { changeBookingSettings } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Select, Skeleton, toast } from '../ui/index.ts'
import { bookingSettingsQuery } from './booking.queries.ts'
import { useFailureText } from './use-failure-text.ts'

const minutes = [0, 3, 5, 10, 15, 20, 30, 60, 120]

/** What holds for the booking of all branches: how long a chosen time is held while its client answers. */
export default function BookingPart() {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const query = bookingSettingsQuery(projectId)
  const { data, error, refetch } = useQuery(query)
  const change = useMutation({
    mutationFn: (holdMinutes: number) => call(changeBookingSettings, { projectId, holdMinutes }),
    onMutate: (holdMinutes) => queries.setQueryData(query.queryKey, { holdMinutes }),
    onError: (failed) => toast.error(failureText(failed)),
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  })
  return (
    <SettingsCard name="booking" needs={['settings']}>
      {error && !data ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-14" />
      ) : (
        <Select
          label={t('hold.label')}
          hint={t('hold.hint')}
          value={String(data.holdMinutes)}
          options={[...new Set([...minutes, data.holdMinutes])]
            .sort((one, other) => one - other)
            .map((value) => ({ value: String(value), label: value ? t('minutes', { count: value }) : t('hold.none') }))}
          onChange={(value) => change.mutate(Number(value))}
        />
      )}
    </SettingsCard>
  )
}
