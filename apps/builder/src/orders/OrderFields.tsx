import type { Order, OrderChange } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { KeptField, Select, TextInput } from '../ui/index.ts'
import { operatorsQuery } from '../crm/index.ts'
import { readAmount } from './read-amount.ts'

interface OrderFieldsProps {
  readonly order: Order
  readonly currency: string
  readonly editable: boolean
  onChange(change: OrderChange): void
}

/** Each field is stored when it is left. */
export function OrderFields({ order, currency, editable, onChange }: OrderFieldsProps) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const { responsible } = order
  const people = operators.map(({ account, name }) => ({ value: String(account), label: name }))
  const known = !responsible || operators.some(({ account }) => account === responsible.id)
  return (
    <div className="flex flex-col gap-3 pb-2">
      <KeptField
        label={t('fields.name')}
        value={order.name}
        most={500}
        disabled={!editable}
        onKeep={(to, from) => onChange({ field: 'name', from, to })}
      />
      <Budget order={order} currency={currency} disabled={!editable} onChange={onChange} />
      <Select
        label={t('fields.responsible')}
        disabled={!editable}
        value={responsible ? String(responsible.id) : ''}
        options={[
          { value: '', label: t('fields.nobody') },
          ...(known || !responsible ? [] : [{ value: String(responsible.id), label: responsible.name }]),
          ...people,
        ]}
        onChange={(to) => onChange({ field: 'responsible', from: responsible?.id ?? null, to: to === '' ? null : Number(to) })}
      />
      <KeptField
        label={t('fields.description')}
        value={order.description}
        most={10_000}
        lines
        disabled={!editable}
        onKeep={(to, from) => onChange({ field: 'description', from, to })}
      />
    </div>
  )
}

function Budget({
  order,
  currency,
  disabled,
  onChange,
}: Pick<OrderFieldsProps, 'order' | 'currency' | 'onChange'> & { readonly disabled: boolean }) {
  const { t } = useTranslation('orders')
  const [writing, setWriting] = useState<{ readonly text: string; readonly from: number | null }>()
  const amount = writing ? readAmount(writing.text) : order.budget
  const keep = () => {
    if (amount === undefined) return
    if (writing && amount !== writing.from) onChange({ field: 'budget', from: writing.from, to: amount })
    setWriting(undefined)
  }
  return (
    <TextInput
      inputMode="decimal"
      label={currency ? t('fields.budgetIn', { currency }) : t('fields.budget')}
      disabled={disabled}
      value={writing?.text ?? (order.budget === null ? '' : String(order.budget))}
      error={amount === undefined ? t('fields.notANumber') : undefined}
      onChange={(text) => setWriting((former) => ({ text, from: former ? former.from : order.budget }))}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape' || !writing) return
        event.preventDefault()
        setWriting(undefined)
      }}
    />
  )
}
