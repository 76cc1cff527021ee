import type { Lead } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { Moment } from '../projects/Moment.tsx'
import { StatusMark } from './StatusMark.tsx'

interface LeadCardProps {
  readonly lead: Lead
}

/** A lead on a telephone. */
export const LeadCard = ({ lead }: LeadCardProps) => (
  <>
    <span className="flex items-start gap-2">
      <span className="min-w-0 flex-1 truncate font-medium">
        <LeadName lead={lead} />
      </span>
      <StatusMark lead={lead} />
    </span>
    <span className="truncate text-muted">{[lead.phone, lead.email].filter(Boolean).join(' · ')}</span>
    <span className="flex gap-2 text-xs text-faint">
      <Moment at={lead.createdAt} />
      <span className="truncate">{lead.source?.name}</span>
      <span className="ml-auto truncate">{lead.responsible?.name}</span>
    </span>
  </>
)

export function LeadName({ lead: { id, title, company, phone, email } }: LeadCardProps) {
  const { t } = useTranslation('leads')
  return <bdi>{title || company || phone || email || t('noName', { id })}</bdi>
}
