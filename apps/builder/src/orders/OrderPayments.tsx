import { createPayment, type Order, type Payment } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, CopyField, Section, Skeleton, TextInput, toast } from '../ui/index.ts'
import { money } from './money.ts'
import { paymentsQuery } from './orders.queries.ts'
import { PaymentBadge } from './PaymentBadge.tsx'
import { readAmount } from './read-amount.ts'

interface OrderPaymentsProps {
  readonly order: Order
  readonly currency: string
  readonly editable: boolean
}

/** What its client was asked to pay for an order, and a new link for that. */
export function OrderPayments({ order, currency, editable }: OrderPaymentsProps) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { data, error } = useQuery(paymentsQuery(projectId, order.number))
  const [bills, setBills] = useState(false)
  return (
    <Section title={t('payments.title')} aside={data?.payments.length ? <ToList order={order.number} /> : undefined}>
      {error && !data ? (
        <p className="text-xs text-danger">{t('payments.failed')}</p>
      ) : !data ? (
        <Skeleton className="h-8" />
      ) : (
        <>
          {!data.payments.length && <p className="text-xs text-faint">{t('payments.none')}</p>}
          <ul className="flex flex-col gap-2">
            {data.payments.map((payment) => (
              <PaymentRow key={payment.number} payment={payment} />
            ))}
          </ul>
          {data.more && <p className="text-xs text-faint">{t('payments.more')}</p>}
        </>
      )}
      {bills ? (
        <BillForm order={order} due={dueOf(order, data?.payments ?? [])} currency={currency} onDone={() => setBills(false)} />
      ) : (
        editable && (
          <Button small className="mt-2" icon={<Plus size={14} aria-hidden />} onClick={() => setBills(true)}>
            {t('payments.bill')}
          </Button>
        )
      )}
    </Section>
  )
}

function ToList({ order }: { readonly order: number }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  return (
    <Link to="/p/$projectId/payments" params={{ projectId }} search={{ order }} className="text-xs text-accent hover:underline">
      {t('payments.toList')}
    </Link>
  )
}

/** What is still to be paid of the budget; undefined: nothing, or nobody knows. */
function dueOf({ budget }: Order, payments: readonly Payment[]): number | undefined {
  if (budget === null) return undefined
  const paid = payments.reduce((sum, payment) => (payment.state === 'paid' ? sum + payment.sum : sum), 0)
  const rest = Math.round((budget - paid) * 100) / 100
  return rest > 0 ? rest : undefined
}

function PaymentRow({ payment: { number, sum, currency, state, description, link, trouble, changedAt } }: { readonly payment: Payment }) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  return (
    <li className="flex flex-col gap-1 rounded-md border border-line p-2 text-xs">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-sm font-medium">{money(sum, currency, language)}</span>
        <PaymentBadge state={state} />
        <span className="ml-auto text-faint">
          <Moment at={changedAt} />
        </span>
      </p>
      {description && <p className="wrap-anywhere text-muted">{description}</p>}
      {trouble && <p className="wrap-anywhere text-danger">{t('payments.trouble', { trouble })}</p>}
      {state !== 'paid' && <CopyField label={t('payments.link', { number })} value={link} />}
    </li>
  )
}

interface BillFormProps {
  readonly order: Order
  readonly due: number | undefined
  readonly currency: string
  onDone(): void
}

/** On a telephone its end would stand below the edge. */
const intoView = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'nearest' })

function BillForm({ order, due, currency, onDone }: BillFormProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [sum, setSum] = useState(due === undefined ? '' : String(due))
  const [description, setDescription] = useState(order.name)
  const amount = readAmount(sum)
  const [tried, setTried] = useState(false)
  const bill = useMutation({
    mutationFn: (asked: number) => call(createPayment, { projectId, order: order.number, sum: asked, description: description.trim() }),
    onSuccess: () => {
      toast(t('payments.made'))
      void queries.invalidateQueries({ queryKey: paymentsQuery(projectId, order.number).queryKey })
      onDone()
    },
  })
  const bad = typeof amount !== 'number' || amount <= 0
  return (
    <form
      ref={intoView}
      className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-sunken p-3"
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It closes the form, not the panel around it.
        event.preventDefault()
        onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (typeof amount === 'number' && amount > 0) bill.mutate(amount)
      }}
    >
      <TextInput
        label={currency ? `${t('payments.sum')}, ${currency}` : t('payments.sum')}
        inputMode="decimal"
        autoFocus
        error={tried && bad ? t('payments.badSum') : undefined}
        value={sum}
        onChange={setSum}
      />
      <TextInput
        label={t('payments.description')}
        hint={t('payments.descriptionHint')}
        maxLength={500}
        value={description}
        onChange={setDescription}
      />
      {bill.error && (
        <p role="alert" className="text-xs text-danger">
          {t(bill.error instanceof ApiError && bill.error.code === 'no-payments' ? 'payments.refused' : 'payments.other')}
        </p>
      )}
      <div className="flex gap-2">
        <Button small type="submit" look="primary" busy={bill.isPending}>
          {t('payments.make')}
        </Button>
        <Button small onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
