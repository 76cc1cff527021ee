import { saveOrderView } from '@voronka/api'
import type { Pipeline } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { channelTitle, messengerTitle } from '../app/messenger-title.ts'
import { useProject } from '../app/project-context.tsx'
import { clientChannelsQuery } from '../app/queries.ts'
import { FilterFrame, labelColors, labelsQuery, operatorsQuery } from '../crm/index.ts'
import { Button, Select, Switch, TextInput, toast } from '../ui/index.ts'
import { filterFields, withoutFilter, type OrdersSearch } from './filter.ts'
import { NumberChips } from './NumberChips.tsx'
import { viewsQuery } from './orders.queries.ts'
import { readAmount } from './read-amount.ts'

interface FilterDialogProps {
  readonly search: OrdersSearch
  readonly pipeline: Pipeline
  onApply(fields: Partial<OrdersSearch>): void
  onClose(): void
}

/** Everything that a list of orders can be narrowed by. A filter can be saved under a name, for oneself or for all. */
export function FilterDialog({ search, pipeline, onApply, onClose }: FilterDialogProps) {
  const { t } = useTranslation('orders')
  const { id: projectId, rights } = useProject()
  const { data: labels = [] } = useQuery({ ...labelsQuery(projectId), enabled: rights.may('clients') })
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const [fields, setFields] = useState<OrdersSearch>(search)
  const [budget, setBudget] = useState({ from: text(search.budgetFrom), to: text(search.budgetTo) })
  const set = (changed: Partial<OrdersSearch>) => setFields((former) => ({ ...former, ...changed }))
  const [from, to] = [readAmount(budget.from), readAmount(budget.to)]
  const wrong = from === undefined || to === undefined
  const asked: OrdersSearch = { ...fields, budgetFrom: from ?? undefined, budgetTo: to ?? undefined, page: undefined }
  return (
    <FilterFrame
      className="flex flex-col gap-3"
      wrong={wrong}
      below={<SaveView search={asked} />}
      onApply={() => onApply(asked)}
      onClear={() => onApply(withoutFilter)}
      onClose={onClose}
    >
      <NumberChips
        legend={t('filter.states')}
        options={pipeline.states.map(({ id, name }) => ({ number: id, name }))}
        value={fields.states}
        onChange={(states) => set({ states })}
      />
      {labels.length > 0 && (
        <NumberChips
          legend={t('filter.labels')}
          options={labels.map(({ number, name, color }) => ({
            number,
            name,
            icon: <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', labelColors[color])} />,
          }))}
          value={fields.labels}
          onChange={(chosen) => set({ labels: chosen })}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('fields.responsible')}
          value={fields.responsible ?? ''}
          options={[
            { value: '', label: t('filter.anybody') },
            { value: '0', label: t('fields.nobody') },
            ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
          ]}
          onChange={(responsible) => set({ responsible: responsible || undefined })}
        />
        <ChannelSelect fields={fields} onChange={set} />
        <YesNo
          label={t('filter.unread')}
          value={fields.unread}
          texts={{ yes: t('filter.unreadSome'), no: t('filter.unreadNone') }}
          onChange={(unread) => set({ unread })}
        />
        {rights.may('tasks') && (
          <YesNo
            label={t('filter.tasks')}
            value={fields.tasks}
            texts={{ yes: t('filter.tasksSome'), no: t('filter.tasksNone') }}
            onChange={(tasks) => set({ tasks })}
          />
        )}
        <TextInput
          type="date"
          label={t('filter.createdFrom')}
          value={fields.from ?? ''}
          max={fields.to}
          onChange={(day) => set({ from: day || undefined })}
        />
        <TextInput
          type="date"
          label={t('filter.createdTo')}
          value={fields.to ?? ''}
          min={fields.from}
          onChange={(day) => set({ to: day || undefined })}
        />
        <TextInput
          inputMode="decimal"
          label={t('filter.budgetFrom')}
          value={budget.from}
          error={from === undefined ? t('fields.notANumber') : undefined}
          onChange={(value) => setBudget({ ...budget, from: value })}
        />
        <TextInput
          inputMode="decimal"
          label={t('filter.budgetTo')}
          value={budget.to}
          error={to === undefined ? t('fields.notANumber') : undefined}
          onChange={(value) => setBudget({ ...budget, to: value })}
        />
        {rights.has('variables.seeOrder') && (
          <>
            <TextInput
              label={t('filter.variable')}
              spellCheck={false}
              value={fields.variable ?? ''}
              maxLength={500}
              onChange={(variable) => set({ variable: variable || undefined })}
            />
            <TextInput
              label={t('filter.value')}
              hint={t('filter.valueHint')}
              disabled={!fields.variable}
              value={fields.value ?? ''}
              maxLength={1000}
              onChange={(value) => set({ value: value || undefined })}
            />
          </>
        )}
      </div>
    </FilterFrame>
  )
}

interface YesNoProps {
  readonly label: string
  readonly value: OrdersSearch['unread']
  readonly texts: { readonly yes: string; readonly no: string }
  onChange(value: OrdersSearch['unread']): void
}

function YesNo({ label, value, texts, onChange }: YesNoProps) {
  const { t } = useTranslation('orders')
  return (
    <Select
      label={label}
      value={value ?? ''}
      options={[
        { value: '', label: t('filter.noMatter') },
        { value: '1', label: texts.yes },
        { value: '0', label: texts.no },
      ]}
      onChange={(chosen) => onChange(chosen === '1' || chosen === '0' ? chosen : undefined)}
    />
  )
}

interface ChannelSelectProps {
  readonly fields: Pick<OrdersSearch, 'channel' | 'messenger'>
  onChange(fields: Pick<OrdersSearch, 'channel' | 'messenger'>): void
}

/** Where the client writes. A filter that was kept may name a messenger as a whole: it stands among the channels until another is chosen. */
function ChannelSelect({ fields: { channel, messenger }, onChange }: ChannelSelectProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { data: channels = [] } = useQuery(clientChannelsQuery(projectId))
  const whole = channel === undefined && messenger !== undefined
  return (
    <Select
      label={t('filter.channel')}
      value={whole ? ofMessenger : (channel ?? '')}
      options={[
        { value: '', label: t('filter.noMatter') },
        ...(whole ? [{ value: ofMessenger, label: messengerTitle(messenger, say) }] : []),
        ...channels.map((each) => ({ value: each.key, label: channelTitle(each, say) })),
      ]}
      onChange={(chosen) => onChange({ channel: chosen || undefined, messenger: undefined })}
    />
  )
}

/** No channel has such a key. */
const ofMessenger = '*'

const text = (amount: number | undefined): string => (amount === undefined ? '' : String(amount))

function SaveView({ search }: { readonly search: OrdersSearch }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const filter = Object.fromEntries(filterFields.flatMap((field) => (search[field] === undefined ? [] : [[field, String(search[field])]])))
  const save = useMutation({
    mutationFn: () => call(saveOrderView, { projectId, name: name.trim(), filter, shared }),
    onSuccess: () => {
      toast(t('views.saved', { name: name.trim() }))
      setName('')
    },
    onError: () => toast.error(t('views.failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: viewsQuery(projectId).queryKey }),
  })
  return (
    <div className="mt-4 flex flex-col gap-2 border-t border-line pt-3 pb-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput label={t('views.name')} value={name} maxLength={100} onChange={setName} />
        </div>
        <Button disabled={!name.trim() || !Object.keys(filter).length} busy={save.isPending} onClick={() => save.mutate()}>
          {t('views.save')}
        </Button>
      </div>
      <Switch label={t('views.shared')} checked={shared} onChange={setShared} />
    </div>
  )
}
