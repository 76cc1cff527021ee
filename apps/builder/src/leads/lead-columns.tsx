import type { Lead } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import type { Column } from '../list-screen/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { LeadName } from './LeadCard.tsx'
import { StatusMark } from './StatusMark.tsx'

/** What the table says of a lead. */
export function useLeadColumns(): readonly Column<Lead>[] {
  const { t } = useTranslation('leads')
  return [
    {
      title: t('columns.lead'),
      cell: (lead) => <LeadName lead={lead} />,
      below: ({ id, description }) => [t('number', { id }), description].filter(Boolean).join(' · '),
    },
    {
      title: t('columns.contact'),
      cell: ({ phone, email }) => <bdi className="block truncate tabular-nums">{phone || email}</bdi>,
      below: ({ phone, email }) => phone && email && <bdi>{email}</bdi>,
    },
    {
      title: t('columns.company'),
      wide: true,
      cell: ({ company }) => <bdi>{company}</bdi>,
      below: ({ city, country }) => [city, country].filter(Boolean).join(', '),
    },
    {
      title: t('columns.source'),
      wide: true,
      cell: ({ source }) => <bdi>{source?.name}</bdi>,
      below: ({ utm }) => [utm.source, utm.medium, utm.campaign].filter(Boolean).join(' / '),
    },
    { title: t('columns.status'), className: 'w-32', cell: (lead) => <StatusMark lead={lead} /> },
    {
      title: t('columns.responsible'),
      cell: ({ responsible }) => (responsible ? <bdi>{responsible.name}</bdi> : <span className="text-faint">{t('nobody')}</span>),
    },
    { title: t('columns.date'), className: 'w-36 text-muted', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
}
