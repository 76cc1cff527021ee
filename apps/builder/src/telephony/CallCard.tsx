import type { Call } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { callReason } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { OutcomeMark } from './OutcomeMark.tsx'

interface CallCardProps {
  readonly call: Call
}

/** A call on a telephone. */
export function CallCard({ call }: CallCardProps) {
  const { t } = useTranslation('telephony')
  return (
    <>
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">
          <ClientOfCall call={call} />
        </span>
        <OutcomeMark outcome={call.outcome} />
      </span>
      <span className="flex gap-3 text-muted">
        <span>+{call.to}</span>
        {call.outcome === 'answered' && <span>{t('seconds', { count: call.seconds })}</span>}
        {call.digits.length > 0 && <span>{t('pressed', { digits: call.digits.join(', ') })}</span>}
      </span>
      {call.error && (
        <span className="text-xs">
          <CallTrouble call={call} />
        </span>
      )}
      <span className="flex gap-2 text-xs text-faint">
        <Moment at={call.createdAt} />
        <span className="ml-auto truncate">{call.employee?.name ?? t('funnel')}</span>
      </span>
    </>
  )
}

export function ClientOfCall({ call: { client, to } }: CallCardProps) {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  if (!client) return <span className="text-faint">{t('noClient')}</span>
  const name = <bdi>{client.name || `+${to}`}</bdi>
  if (client.test) return <span className="text-muted">{t('testPerson', { name: client.name })}</span>
  if (!rights.may('clients')) return name
  return (
    <Link to="/p/$projectId/clients" params={{ projectId }} search={{ client: client.id }} className="text-accent hover:underline">
      {name}
    </Link>
  )
}

/** Why it failed. */
export function CallTrouble({ call: { error } }: CallCardProps) {
  const { t } = useTranslation('crm')
  return <span className="whitespace-normal wrap-anywhere text-danger">{callReason(t, error)}</span>
}
