/** What the table and the cards of a telephone say of a payment in the same words. */
import type { Payment } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { useKindTexts } from '../connections/kind-texts.ts'

interface PartProps {
  readonly payment: Payment
}

export function ClientLink({ payment: { client } }: PartProps) {
  const { t } = useTranslation('crm')
  const { id: projectId, rights } = useProject()
  const name = <bdi>{client.name || t('noName', { id: client.id })}</bdi>
  if (!rights.may('clients')) return name
  return (
    <Link to="/p/$projectId/clients" params={{ projectId }} search={{ client: client.id }} className="text-accent hover:underline">
      {name}
    </Link>
  )
}

export function OrderLink({ payment: { order } }: PartProps) {
  const { t } = useTranslation('payments')
  const { id: projectId } = useProject()
  return (
    <Link to="/p/$projectId/orders" params={{ projectId }} search={{ order }} className="text-accent hover:underline">
      {t('order', { number: order })}
    </Link>
  )
}

/** What the payment service said that did not fit. */
export function Trouble({ payment: { trouble } }: PartProps) {
  const { t } = useTranslation('orders')
  return <span className="whitespace-normal wrap-anywhere text-danger">{t('payments.trouble', { trouble })}</span>
}

export function Provider({ kind }: { readonly kind: string }) {
  return useKindTexts(kind).title
}
