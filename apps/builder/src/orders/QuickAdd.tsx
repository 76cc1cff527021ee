import { createOrder } from '@voronka/api'
import type { OrderPlace } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, TextInput, toast } from '../ui/index.ts'
import { readAmount } from './read-amount.ts'
import { useFailureText } from './use-failure-text.ts'

const blank = { clientName: '', phone: '', email: '', name: '', budget: '' }

/** A new order at the top of a column: whoever it is for, and what for. */
export function QuickAdd({ at, onClose }: { readonly at: OrderPlace; onClose(): void }) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const [fields, setFields] = useState(blank)
  const budget = readAmount(fields.budget)
  const set = (field: keyof typeof blank) => (value: string) => setFields((former) => ({ ...former, [field]: value }))
  const add = useMutation({
    mutationFn: () => call(createOrder, { projectId, ...fields, budget: budget ?? null, description: '', variables: {}, to: at }),
    onSuccess: () => {
      setFields(blank)
      onClose()
    },
    onError: (error) => toast.error(failureText(error, t('create.failed'))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['orders', projectId] }),
  })
  const empty = !fields.clientName.trim() && !fields.phone.trim() && !fields.email.trim() && !fields.name.trim()
  return (
    <form
      className="flex flex-col gap-2 border-b border-line px-2 pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty && budget !== undefined) add.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <TextInput
        autoFocus
        label={t('fields.clientName')}
        labelHidden
        placeholder={t('fields.clientName')}
        value={fields.clientName}
        maxLength={200}
        onChange={set('clientName')}
      />
      <div className="grid grid-cols-2 gap-2">
        <TextInput
          type="tel"
          label={t('fields.phone')}
          labelHidden
          placeholder={t('fields.phone')}
          value={fields.phone}
          maxLength={40}
          onChange={set('phone')}
        />
        <TextInput
          type="email"
          label={t('fields.email')}
          labelHidden
          placeholder={t('fields.email')}
          value={fields.email}
          maxLength={254}
          onChange={set('email')}
        />
        <TextInput
          label={t('fields.name')}
          labelHidden
          placeholder={t('fields.name')}
          value={fields.name}
          maxLength={500}
          onChange={set('name')}
        />
        <TextInput
          inputMode="decimal"
          label={t('fields.budget')}
          labelHidden
          placeholder={t('fields.budget')}
          value={fields.budget}
          error={budget === undefined ? t('fields.notANumber') : undefined}
          onChange={set('budget')}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button small onClick={onClose}>
          {say('ui.cancel')}
        </Button>
        <Button small look="primary" type="submit" disabled={empty || budget === undefined} busy={add.isPending}>
          {t('create.add')}
        </Button>
      </div>
    </form>
  )
}
