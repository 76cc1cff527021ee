import { setLeadSettings, type LeadSettings } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Segments, Select, Skeleton, Switch } from '../ui/index.ts'
import { LeadForm } from './LeadForm.tsx'
import { LeadKey } from './LeadKey.tsx'
import { LeadNames } from './LeadNames.tsx'
import { leadSettingsQuery } from './leads.queries.ts'
import { useLeadChange } from './use-lead-change.ts'

/** Everything about how leads come in and to whom they go. */
export default function LeadSettingsPart() {
  const { id: projectId } = useProject()
  const { data, error, refetch } = useQuery(leadSettingsQuery(projectId))
  if (error && !data) return <NotLoaded onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-60" />
  const { keyEnding, formKey, ...settings } = data
  return (
    <>
      <SettingsCard name="leads" needs={['settings']}>
        <Distribution settings={settings} />
      </SettingsCard>
      <SettingsCard name="leadKey" needs={['settings']}>
        <LeadKey ending={keyEnding} />
      </SettingsCard>
      <SettingsCard name="leadForm" needs={['settings']}>
        <LeadForm formKey={formKey} />
      </SettingsCard>
      <LeadNames />
    </>
  )
}

const rules = ['none', 'even', 'shift'] as const

function Distribution({ settings }: { readonly settings: LeadSettings }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const change = useLeadChange<LeadSettings>()
  const set = (fields: Partial<LeadSettings>) => change.mutate(() => call(setLeadSettings, { projectId, ...settings, ...fields }))
  const takesPart = (account: number) => !settings.operators.length || settings.operators.includes(account)
  const toggle = (account: number) => {
    const chosen = operators.map((each) => each.account).filter((each) => (each === account ? !takesPart(each) : takesPart(each)))
    // Nobody left means everybody, so the last one stays.
    if (chosen.length) set({ operators: chosen.length === operators.length ? [] : chosen })
  }
  return (
    <div className="flex max-w-140 flex-col gap-4">
      <Segments
        label={t('settings.rule')}
        value={settings.rule}
        options={rules.map((value) => ({ value, text: t(`settings.rules.${value}`) }))}
        onChange={(rule) => set({ rule })}
      />
      {settings.rule !== 'none' && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 text-xs text-muted">{t('settings.operators')}</legend>
          {operators.map(({ account, name }) => (
            <label key={account} className="flex items-center gap-2 text-sm">
              <input type="checkbox" className="accent-accent" checked={takesPart(account)} onChange={() => toggle(account)} />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <Select
        label={t('settings.coordinator')}
        hint={t('settings.coordinatorHint')}
        value={String(settings.coordinator ?? '')}
        options={[{ value: '', label: t('nobody') }, ...operators.map(({ account, name }) => ({ value: String(account), label: name }))]}
        onChange={(chosen) => set({ coordinator: chosen === '' ? null : Number(chosen) })}
      />
      <Switch
        label={t('settings.createOrder')}
        hint={t('settings.createOrderHint')}
        checked={settings.createOrder}
        onChange={(createOrder) => set({ createOrder })}
      />
    </div>
  )
}
