import type { OrderCallbacks } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { pipelinesQuery } from '../orders/index.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Skeleton, Switch } from '../ui/index.ts'
import { orderSettingsQuery, useChangeOrderSettings } from './order-settings.queries.ts'

/** Which changes of orders the funnel hears of, as callbacks in the dialogue of the client (crm-and-tasks, section 7). */
export function Callbacks() {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const { data: settings, error, refetch } = useQuery(orderSettingsQuery(projectId))
  const { data: pipelines } = useQuery(pipelinesQuery(projectId))
  const change = useChangeOrderSettings()
  if (error && !settings) return <NotLoaded onRetry={() => void refetch()} />
  if (!settings || !pipelines) return <Skeleton className="h-32" />
  const { callbacks } = settings
  const set = (fields: Partial<OrderCallbacks>) => change.mutate({ callbacks: { ...callbacks, ...fields } })
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">
          {t('moved')} <code className="ml-1 text-xs font-normal text-faint">crm_state_changed …</code>
        </legend>
        {!pipelines.length && <p className="text-sm text-faint">{t('noPipelines')}</p>}
        {pipelines.map((pipeline) => {
          const whole = callbacks.pipelines.includes(pipeline.id)
          return (
            <div key={pipeline.id} className="flex flex-col gap-1 rounded-md border border-line p-2">
              <Check
                label={t('wholePipeline', { name: pipeline.name })}
                checked={whole}
                onChange={(on) => set({ pipelines: toggled(callbacks.pipelines, pipeline.id, on) })}
              />
              <div className="flex flex-col gap-1 pl-6">
                {pipeline.states.map((state) => (
                  <Check
                    key={state.id}
                    label={state.name}
                    disabled={whole}
                    checked={whole || callbacks.states.includes(state.id)}
                    onChange={(on) => set({ states: toggled(callbacks.states, state.id, on) })}
                  />
                ))}
              </div>
            </div>
          )
        })}
      </fieldset>
      <Switch
        label={t('system')}
        hint="crm_system_state_changed success | fail | archive"
        checked={callbacks.system}
        onChange={(system) => set({ system })}
      />
      <Switch
        label={t('responsible')}
        hint="change_responsible_order <order_id>: <name>"
        checked={callbacks.responsible}
        onChange={(responsible) => set({ responsible })}
      />
      <Switch
        label={t('removed')}
        hint="crm_lead_removed <order_id>"
        checked={callbacks.removed}
        onChange={(removed) => set({ removed })}
      />
    </div>
  )
}

const toggled = (list: readonly number[], id: number, on: boolean): number[] => (on ? [...list, id] : list.filter((each) => each !== id))

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  onChange(checked: boolean): void
}

const Check = ({ label, checked, disabled, onChange }: CheckProps) => (
  <label className="flex items-center gap-2 text-sm has-disabled:text-faint">
    <input
      type="checkbox"
      className="accent-accent"
      checked={checked}
      disabled={disabled}
      onChange={({ target }) => onChange(target.checked)}
    />
    <span className="truncate">{label}</span>
  </label>
)
