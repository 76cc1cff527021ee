import { processLead, type Lead, type Pipeline } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { ClientPicker, pipelinesQuery, type ChosenClient } from '../crm/index.ts'
import { readAmount } from '../orders/read-amount.ts'
import { Button, Dialog, Segments, Select, TextArea, TextInput, toast } from '../ui/index.ts'
import { useLeadChange } from './use-lead-change.ts'

interface ProcessDialogProps {
  readonly lead: Lead
  /** Clients who have its phone or e-mail. */
  readonly known: readonly ChosenClient[]
  onClose(): void
}

const unsorted = 'unsorted'

/** A lead becomes a client and an order, in two steps (leads-api, sections 2 and 7). */
export function ProcessDialog({ lead, known, onClose }: ProcessDialogProps) {
  const { t } = useTranslation('leads')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const navigate = useNavigate()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(projectId))
  const [step, setStep] = useState<'client' | 'order'>('client')
  const [client, setClient] = useState<ChosenClient | null>(known[0] ?? null)
  const [fields, setFields] = useState({
    name: lead.title || lead.company,
    phone: lead.phone,
    email: lead.email,
    order: lead.title || lead.company,
    description: lead.description,
    budget: '',
    state: '',
  })
  const set = (field: keyof typeof fields) => (value: string) => setFields((former) => ({ ...former, [field]: value }))
  const change = useLeadChange()
  const budget = readAmount(fields.budget)
  const who = client !== null || Boolean(fields.phone.trim() || fields.email.trim())
  const state = fields.state || String(pipelines[0]?.states[0]?.id ?? unsorted)

  const process = () =>
    change.mutate(
      () =>
        call(processLead, {
          projectId,
          lead: lead.id,
          revision: lead.revision,
          ...(client && { client: client.id }),
          name: fields.name,
          phone: fields.phone,
          email: fields.email,
          order: {
            name: fields.order,
            description: fields.description,
            budget: budget ?? null,
            state: state === unsorted ? null : Number(state),
          },
        }),
      {
        onSuccess: ({ order }) => {
          onClose()
          if (order === null) return
          toast(t('process.done', { number: order }), {
            action: {
              label: t('process.open'),
              onClick: () => void navigate({ to: '/p/$projectId/orders', params: { projectId }, search: { order } }),
            },
          })
        },
      },
    )

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('process.title', { id: lead.id })}
      actions={
        step === 'client' ? (
          <>
            <Button onClick={onClose}>{say('ui.cancel')}</Button>
            <Button look="primary" disabled={!who} onClick={() => setStep('order')}>
              {t('process.next')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setStep('client')}>{t('process.back')}</Button>
            <Button look="primary" disabled={!who || budget === undefined} busy={change.isPending} onClick={process}>
              {t('process.make')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <Segments
          label={t('process.steps')}
          labelHidden
          value={step}
          options={[
            { value: 'client', text: t('process.client') },
            { value: 'order', text: t('process.order') },
          ]}
          onChange={setStep}
        />
        {step === 'client' ? (
          <>
            <ClientPicker label={t('process.who')} value={client} onChange={setClient} />
            {!client && (
              <>
                <p className="text-xs text-faint">{t('process.newClient')}</p>
                <TextInput label={t('facts.title')} maxLength={255} value={fields.name} onChange={set('name')} />
                <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
                  <TextInput type="tel" label={t('facts.phone')} maxLength={40} value={fields.phone} onChange={set('phone')} />
                  <TextInput type="email" label={t('facts.email')} maxLength={255} value={fields.email} onChange={set('email')} />
                </div>
                {!who && <p className="text-xs text-danger">{t('process.needsContact')}</p>}
              </>
            )}
          </>
        ) : (
          <>
            <TextInput label={t('process.orderName')} maxLength={255} value={fields.order} onChange={set('order')} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <Select
                label={t('process.place')}
                value={state}
                options={placesOf(pipelines, t('process.unsorted'))}
                onChange={set('state')}
              />
              <TextInput
                inputMode="decimal"
                label={t('process.budget')}
                value={fields.budget}
                error={budget === undefined ? t('process.notANumber') : undefined}
                onChange={set('budget')}
              />
            </div>
            <TextArea label={t('process.description')} maxLength={5000} value={fields.description} onChange={set('description')} />
          </>
        )}
      </div>
    </Dialog>
  )
}

const placesOf = (pipelines: readonly Pipeline[], none: string) => [
  ...pipelines.flatMap(({ name, states }) => states.map((each) => ({ value: String(each.id), label: `${name}: ${each.name}` }))),
  { value: unsorted, label: none },
]
