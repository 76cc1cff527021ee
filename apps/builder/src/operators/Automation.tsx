import type { Distribution } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Segments, Skeleton, Switch } from '../ui/index.ts'
import { EvenInterval } from './EvenInterval.tsx'
import { distributionQuery, useSetDistribution } from './operators.queries.ts'
import { TimeField } from './TimeField.tsx'
import { weekdayNames } from './weekday-names.ts'

/** Every rule of distribution; each is in force at once. */
export function Automation() {
  const { t } = useTranslation('operators')
  const { data: rules, error, refetch } = useQuery(distributionQuery(useProject().id))
  const change = useSetDistribution()
  if (error && !rules) return <NotLoaded onRetry={() => void refetch()} />
  if (!rules) return <Skeleton className="h-60" />
  const set = (fields: Partial<Distribution>) => change.mutate({ ...rules, ...fields })
  const option = (name: 'showButtons' | 'showWaitingAndFree' | 'endShifts' | 'skipAnsweredByBot') => (
    <Switch
      label={t(`rules.${name}`)}
      hint={t(`rules.${name}Hint`)}
      checked={rules[name]}
      disabled={name === 'endShifts' && rules.mode === 'always'}
      onChange={(on) => set({ [name]: on })}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <Switch label={t('rules.enabled')} hint={t('rules.enabledHint')} checked={rules.enabled} onChange={(enabled) => set({ enabled })} />
      <div className="flex max-w-120 flex-col gap-3">
        <Segments
          label={t('rules.mode')}
          value={rules.mode}
          options={[
            { value: 'always', text: t('rules.always') },
            { value: 'period', text: t('rules.period') },
          ]}
          hint={rules.mode === 'period' ? t('rules.periodHint') : undefined}
          onChange={(mode) => set({ mode })}
        />
        {rules.mode === 'period' && (
          <>
            <div className="grid grid-cols-2 gap-3">
              <TimeField label={t('rules.start')} value={rules.start} onChange={(start) => set({ start })} />
              <TimeField label={t('rules.end')} value={rules.end} onChange={(end) => set({ end })} />
            </div>
            <Weekend days={rules.weekend} onChange={(weekend) => set({ weekend })} />
          </>
        )}
        <EvenInterval minutes={rules.evenInterval} onChange={(evenInterval) => set({ evenInterval })} />
      </div>
      {option('skipAnsweredByBot')}
      {option('endShifts')}
      {option('showButtons')}
      {option('showWaitingAndFree')}
    </div>
  )
}

/** Days when nobody is given anything. */
function Weekend({ days, onChange }: { readonly days: readonly number[]; onChange(days: number[]): void }) {
  const { t } = useTranslation('operators')
  const names = weekdayNames(useLanguage())
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-muted">{t('rules.weekend')}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {names.map((name, index) => {
          const day = index + 1
          return (
            <label key={day} className="flex items-center gap-1.5 text-sm">
              <input
                type="checkbox"
                className="accent-accent"
                checked={days.includes(day)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...days, day].sort((one, other) => one - other) : days.filter((each) => each !== day))
                }
              />
              {name}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
