import type { Audience } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { channelTitle } from '../app/messenger-title.ts'
import { clientChannelsQuery } from '../app/queries.ts'
import { pipelinesQuery } from '../orders/index.ts'
import { labelsQuery, listsQuery, startOfDay } from '../crm/index.ts'
import { Button, Select, TextInput } from '../ui/index.ts'
import { ClientsFile } from './ClientsFile.tsx'
import { sentBroadcastsQuery } from './sent-broadcasts-query.ts'
import { VariableConditions } from './VariableConditions.tsx'

interface AudienceFieldsProps {
  readonly audience: Audience
  onChange(audience: Audience): void
}

/** Whom something is for: everything that is set must hold (builder-and-runtime, section 18). */
export function AudienceFields({ audience, onChange }: AudienceFieldsProps) {
  const { t } = useTranslation('audience')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data: labels = [] } = useQuery(labelsQuery(projectId))
  const { data: lists = [] } = useQuery(listsQuery(projectId))
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery(projectId), enabled: rights.may('orders') })
  const { data: channels = [] } = useQuery(clientChannelsQuery(projectId))
  const { data: sent = [] } = useQuery({ ...sentBroadcastsQuery(projectId), enabled: rights.may('broadcasts') })
  const set = (fields: Partial<Audience>) => onChange({ ...audience, ...fields })
  const named = (all: readonly { number: number; name: string }[]) => all.map(({ number, name }) => ({ id: number, name }))
  const states = pipelines.flatMap((pipeline) =>
    pipeline.states.map((state) => ({ id: state.id, name: `${pipeline.name}: ${state.name}` })),
  )
  return (
    <div className="flex flex-col gap-3">
      <ClientsFile clients={audience.clients} onChange={(clients) => set({ clients })} />
      {(channels.length > 1 || audience.channels.length > 0) && (
        <Choice
          label={t('channels')}
          options={channels.map((each) => ({ id: each.key, name: channelTitle(each, say) }))}
          chosen={audience.channels}
          onChange={(chosen) => set({ channels: chosen })}
        />
      )}
      <Choice label={t('labels')} options={named(labels)} chosen={audience.labels} onChange={(chosen) => set({ labels: chosen })} />
      <Choice
        label={t('exceptLabels')}
        options={named(labels)}
        chosen={audience.exceptLabels}
        onChange={(chosen) => set({ exceptLabels: chosen })}
      />
      <Choice label={t('lists')} options={named(lists)} chosen={audience.lists} onChange={(chosen) => set({ lists: chosen })} />
      <Choice
        label={t('exceptLists')}
        options={named(lists)}
        chosen={audience.exceptLists}
        onChange={(chosen) => set({ exceptLists: chosen })}
      />
      <Choice
        label={t('exceptBroadcasts')}
        options={sent}
        chosen={audience.exceptBroadcasts ?? []}
        onChange={(chosen) => set({ exceptBroadcasts: chosen.length ? chosen : undefined })}
      />
      <Choice label={t('states')} options={states} chosen={audience.states} onChange={(chosen) => set({ states: chosen })} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <TextInput
          label={t('blocks')}
          hint={t('blocksHint')}
          inputMode="numeric"
          defaultValue={audience.blocks.join(', ')}
          onChange={(text) => set({ blocks: [...new Set((text.match(/\d{1,9}/g) ?? []).map(Number).filter(Boolean))] })}
        />
        <TextInput
          type="date"
          label={t('registeredFrom')}
          value={dayOf(audience.registeredFrom)}
          onChange={(day) => set({ registeredFrom: momentOf(day) })}
        />
        <TextInput
          type="date"
          label={t('registeredBefore')}
          value={dayOf(audience.registeredBefore)}
          onChange={(day) => set({ registeredBefore: momentOf(day) })}
        />
      </div>
      {rights.has('variables.seeClient') && rights.has('variables.seeOrder') && (
        <VariableConditions audience={audience} onChange={(variables) => set({ variables })} />
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-64 max-w-full">
          <Select
            label={t('unsubscribed.label')}
            value={audience.unsubscribed === undefined ? 'any' : audience.unsubscribed ? 'yes' : 'no'}
            options={(['any', 'no', 'yes'] as const).map((value) => ({ value, label: t(`unsubscribed.${value}`) }))}
            onChange={(value) => set({ unsubscribed: value === 'any' ? undefined : value === 'yes' })}
          />
        </div>
        <label className="flex h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="accent-accent"
            checked={audience.unread === true}
            onChange={({ target }) => set({ unread: target.checked || undefined })}
          />
          {t('unread')}
        </label>
      </div>
    </div>
  )
}

/** A day begins at midnight where the person is. */
const momentOf = (day: string): string | undefined => (day ? startOfDay(day) : undefined)

function dayOf(moment: string | undefined): string {
  if (!moment) return ''
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

interface ChoiceProps<Id extends string | number> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: readonly Id[]
  onChange(chosen: Id[]): void
}

/** Several of a few: each a button that stays pressed. */
function Choice<Id extends string | number>({ label, options, chosen, onChange }: ChoiceProps<Id>) {
  if (!options.length) return null
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1 text-xs text-muted">{label}</legend>
      {options.map(({ id, name }) => {
        const on = chosen.includes(id)
        return (
          <Button
            key={id}
            small
            look={on ? 'primary' : 'secondary'}
            aria-pressed={on}
            className="max-w-60"
            onClick={() => onChange(on ? chosen.filter((each) => each !== id) : [...chosen, id])}
          >
            <span className="truncate">{name}</span>
          </Button>
        )
      })}
    </fieldset>
  )
}
