import { createOrder, findOrderClients } from '@voronka/api'
import type { OrderClient, Pipeline } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2, X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messengerTitle } from '../app/messenger-title.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, IconButton, Segments, Select, TextArea, TextInput, toast } from '../ui/index.ts'
import { operatorsQuery } from '../crm/index.ts'
import { readAmount } from './read-amount.ts'
import { useFailureText } from './use-failure-text.ts'

interface CreateOrderDialogProps {
  readonly pipelines: readonly Pipeline[]
  readonly pipeline: Pipeline
  /** Whose it will be, where that is known. */
  readonly of?: OrderClient
  onClose(): void
  onMade(order: number): void
}

const blank = { name: '', description: '', budget: '', search: '', phone: '', email: '', responsible: '', to: '' }

/** A new order with everything that is known: two tabs, as the reference has it (crm-and-tasks, section 11.1). */
export function CreateOrderDialog({ pipelines, pipeline, of, onClose, onMade }: CreateOrderDialogProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const [tab, setTab] = useState<'main' | 'variables'>('main')
  const first = pipeline.states[0]
  const [fields, setFields] = useState({ ...blank, to: first ? String(first.id) : 'unsorted' })
  const [client, setClient] = useState(of)
  const [variables, setVariables] = useState<readonly { name: string; value: string }[]>([])
  const set = (field: keyof typeof blank) => (value: string) => setFields((former) => ({ ...former, [field]: value }))
  const budget = readAmount(fields.budget)
  const who = client !== undefined || Boolean(fields.search.trim() || fields.phone.trim() || fields.email.trim())

  const create = useMutation({
    mutationFn: () =>
      call(createOrder, {
        projectId,
        ...(client
          ? { client: client.id, clientName: '', phone: '', email: '' }
          : { clientName: fields.search.trim(), phone: fields.phone.trim(), email: fields.email.trim() }),
        name: fields.name,
        description: fields.description,
        budget: budget ?? null,
        ...(fields.responsible !== '' && { responsible: fields.responsible === 'nobody' ? null : Number(fields.responsible) }),
        to: fields.to === 'unsorted' ? { place: 'unsorted' } : { state: Number(fields.to) },
        variables: Object.fromEntries(
          variables.filter(({ name, value }) => name.trim() && value).map(({ name, value }) => [name.trim(), value]),
        ),
      }),
    onSuccess: ({ number }) => onMade(number),
    onError: (error) => toast.error(failureText(error, t('create.failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders', projectId] }),
  })

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('create.title')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" disabled={!who || budget === undefined} busy={create.isPending} onClick={() => create.mutate()}>
            {t('create.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segments
          label={t('create.tabs')}
          labelHidden
          value={tab}
          options={[
            { value: 'main', text: t('create.main') },
            { value: 'variables', text: t('create.variables') },
          ]}
          onChange={setTab}
        />
        {tab === 'main' ? (
          <>
            <ClientField client={client} search={fields.search} onSearch={set('search')} onChoose={setClient} />
            {!client && (
              <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
                <TextInput type="tel" label={t('fields.phone')} value={fields.phone} maxLength={40} onChange={set('phone')} />
                <TextInput type="email" label={t('fields.email')} value={fields.email} maxLength={254} onChange={set('email')} />
              </div>
            )}
            <TextInput label={t('fields.name')} value={fields.name} maxLength={500} onChange={set('name')} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <TextInput
                inputMode="decimal"
                label={pipeline.currency ? t('fields.budgetIn', { currency: pipeline.currency }) : t('fields.budget')}
                value={fields.budget}
                error={budget === undefined ? t('fields.notANumber') : undefined}
                onChange={set('budget')}
              />
              <Select
                label={t('fields.responsible')}
                value={fields.responsible}
                options={[
                  { value: '', label: t('create.asClient') },
                  { value: 'nobody', label: t('fields.nobody') },
                  ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
                ]}
                onChange={set('responsible')}
              />
            </div>
            <Select
              label={t('create.place')}
              value={fields.to}
              options={[
                ...pipelines.flatMap(({ name, states }) =>
                  states.map((state) => ({ value: String(state.id), label: `${name}: ${state.name}` })),
                ),
                { value: 'unsorted', label: t('place.unsorted') },
              ]}
              onChange={set('to')}
            />
            <TextArea label={t('fields.description')} value={fields.description} maxLength={10_000} onChange={set('description')} />
          </>
        ) : (
          <NewVariables variables={variables} onChange={setVariables} />
        )}
      </div>
    </Dialog>
  )
}

interface ClientFieldProps {
  readonly client: OrderClient | undefined
  readonly search: string
  onSearch(text: string): void
  onChoose(client: OrderClient | undefined): void
}

/** Who it is for: known clients are offered while a name, phone or e-mail is written; whoever is not known becomes a new client. */
function ClientField({ client, search, onSearch, onChoose }: ClientFieldProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const asked = useDeferredValue(search.trim())
  const { data: found = [] } = useQuery({
    queryKey: ['orders', projectId, 'clients', asked],
    queryFn: ({ signal }) => call(findOrderClients, { projectId, search: asked }, { signal }).then(({ clients }) => clients),
    enabled: asked.length > 1 && !client,
    placeholderData: (former) => former,
  })
  if (client) {
    return (
      <div className="flex items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3 text-sm">
        <span className="min-w-0 flex-1">
          <span className="block text-xs text-muted">{t('panel.client')}</span>
          <bdi className="block truncate">{client.name || t('card.noName', { id: client.id })}</bdi>
          <span className="block truncate text-xs text-faint">
            {[messengerTitle(client.messenger, say), client.phone, client.email].filter(Boolean).join(' · ')}
          </span>
        </span>
        <IconButton label={t('create.otherClient')} icon={<X size={16} />} onClick={() => onChoose(undefined)} />
      </div>
    )
  }
  const offered = asked.length > 1 ? found : []
  return (
    <div>
      <TextInput
        label={t('create.client')}
        hint={offered.length ? undefined : t('create.clientHint')}
        autoComplete="off"
        maxLength={200}
        value={search}
        onChange={onSearch}
      />
      {offered.length > 0 && (
        <ul aria-label={t('create.found')} className="mt-1 max-h-44 overflow-y-auto rounded-md border border-line">
          {offered.map((each) => (
            <li key={each.id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                className="flex w-full items-baseline gap-2 px-3 py-1.5 text-left text-sm hover:bg-hover"
                onClick={() => onChoose(each)}
              >
                <bdi className="truncate">{each.name || t('card.noName', { id: each.id })}</bdi>
                <span className="ml-auto truncate text-xs text-faint">
                  {[each.phone, each.email, messengerTitle(each.messenger, say)].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function NewVariables({
  variables,
  onChange,
}: {
  readonly variables: readonly { name: string; value: string }[]
  onChange(variables: readonly { name: string; value: string }[]): void
}) {
  const { t } = useTranslation('orders')
  return (
    <div className="flex flex-col gap-2">
      {!variables.length && <p className="text-sm text-muted">{t('create.noVariables')}</p>}
      {variables.map((variable, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-end gap-2">
          <TextInput
            label={t('variables.name')}
            spellCheck={false}
            maxLength={500}
            value={variable.name}
            onChange={(name) => onChange(variables.with(index, { ...variable, name }))}
          />
          <TextInput
            label={t('variables.value')}
            value={variable.value}
            onChange={(value) => onChange(variables.with(index, { ...variable, value }))}
          />
          <IconButton
            label={t('create.removeVariable', { name: variable.name })}
            icon={<Trash2 size={14} />}
            onClick={() => onChange(variables.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...variables, { name: '', value: '' }])}
      >
        {t('variables.add')}
      </Button>
    </div>
  )
}
