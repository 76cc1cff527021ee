import { useQuery } from '@tanstack/react-query'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Skeleton, Switch } from '../ui/index.ts'
import { useTranslation } from 'react-i18next'
import { Callbacks } from './Callbacks.tsx'
import { orderSettingsQuery, useChangeOrderSettings } from './order-settings.queries.ts'
import { RequestTargets } from './RequestTargets.tsx'
import { WorkCallbacks } from './WorkCallbacks.tsx'

/** What a project does with its orders (crm-and-tasks, sections 5.1, 7 and 14). */
export default function OrdersPart() {
  return (
    <>
      <SettingsCard name="newOrders" needs={['settings']}>
        <NewOrders />
      </SettingsCard>
      <SettingsCard name="callbacks" needs={['settings']}>
        <Callbacks />
      </SettingsCard>
      <SettingsCard name="workCallbacks" needs={['settings']}>
        <WorkCallbacks />
      </SettingsCard>
      <SettingsCard name="requests" needs={['settings']}>
        <RequestTargets />
      </SettingsCard>
    </>
  )
}

function NewOrders() {
  const { t } = useTranslation('order-settings')
  const { data: settings, error, refetch } = useQuery(orderSettingsQuery(useProject().id))
  const change = useChangeOrderSettings()
  if (error && !settings) return <NotLoaded onRetry={() => void refetch()} />
  if (!settings) return <Skeleton className="h-8" />
  return (
    <Switch
      label={t('acceptLeads')}
      hint={t('acceptLeadsHint')}
      checked={settings.acceptLeads}
      onChange={(acceptLeads) => change.mutate({ acceptLeads })}
    />
  )
}
