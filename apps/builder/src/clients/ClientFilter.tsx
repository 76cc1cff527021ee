import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { channelTitle } from '../app/messenger-title.ts'
import { clientChannelsQuery } from '../app/queries.ts'
import { FilterFrame, labelsQuery, listsQuery, operatorsQuery } from '../crm/index.ts'
import { Select, TextInput } from '../ui/index.ts'
import { noConditions, type ClientsSearch } from './clients-search.ts'

interface ClientFilterProps {
  readonly search: ClientsSearch
  onApply(fields: Partial<ClientsSearch>): void
  onClose(): void
}

/** What the inbox can be narrowed by. */
export function ClientFilter({ search, onApply, onClose }: ClientFilterProps) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data: labels = [] } = useQuery(labelsQuery(projectId))
  const { data: lists = [] } = useQuery(listsQuery(projectId))
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const { data: channels = [] } = useQuery(clientChannelsQuery(projectId))
  const [fields, setFields] = useState(search)
  const set = (changed: Partial<ClientsSearch>) => setFields((former) => ({ ...former, ...changed }))
  const any = { value: '', label: t('filter.any') }
  const numbered = (value: string) => (value ? Number(value) : undefined)
  return (
    <FilterFrame
      className="grid grid-cols-1 gap-3 pb-2 sm:grid-cols-2"
      onApply={() => onApply(fields)}
      onClear={() => onApply(noConditions)}
      onClose={onClose}
    >
      <Select
        label={t('filter.label')}
        value={String(fields.label ?? '')}
        options={[any, ...labels.map(({ number, name }) => ({ value: String(number), label: name }))]}
        onChange={(value) => set({ label: numbered(value) })}
      />
      <Select
        label={t('filter.list')}
        value={String(fields.list ?? '')}
        options={[any, ...lists.map(({ number, name }) => ({ value: String(number), label: name }))]}
        onChange={(value) => set({ list: numbered(value) })}
      />
      <Select
        label={t('filter.responsible')}
        value={String(fields.responsible ?? '')}
        options={[any, ...operators.map(({ account, name }) => ({ value: String(account), label: name }))]}
        onChange={(value) => set({ responsible: numbered(value) })}
      />
      {channels.length > 1 && (
        <Select
          label={t('filter.channel')}
          value={fields.channel ?? ''}
          options={[any, ...channels.map((each) => ({ value: each.key, label: channelTitle(each, say) }))]}
          onChange={(value) => set({ channel: value || undefined })}
        />
      )}
      <TextInput
        inputMode="numeric"
        label={t('filter.block')}
        value={fields.block === undefined ? '' : String(fields.block)}
        onChange={(value) => set({ block: numbered(value.replace(/\D/g, '').slice(0, 9)) })}
      />
      <Select
        label={t('filter.state')}
        value={fields.state ?? ''}
        options={[any, { value: 'blocked', label: t('filter.blocked') }, { value: 'unsubscribed', label: t('filter.unsubscribed') }]}
        onChange={(value) => set({ state: value === 'blocked' || value === 'unsubscribed' ? value : undefined })}
      />
      <TextInput
        type="date"
        label={t('filter.from')}
        value={fields.from ?? ''}
        max={fields.to}
        onChange={(day) => set({ from: day || undefined })}
      />
      <TextInput
        type="date"
        label={t('filter.to')}
        value={fields.to ?? ''}
        min={fields.from}
        onChange={(day) => set({ to: day || undefined })}
      />
      {(rights.has('variables.seeClient') || rights.has('variables.seeOrder')) && (
        <>
          <TextInput
            label={t('filter.variable')}
            spellCheck={false}
            maxLength={500}
            value={fields.variable ?? ''}
            onChange={(value) => set({ variable: value || undefined })}
          />
          <TextInput
            label={t('filter.value')}
            hint={t('filter.valueHint')}
            disabled={!fields.variable}
            maxLength={1000}
            value={fields.value ?? ''}
            onChange={(value) => set({ value: value || undefined })}
          />
        </>
      )}
    </FilterFrame>
  )
}
