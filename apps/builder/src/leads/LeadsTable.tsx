import type { Lead } from '@voronka/api'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { Moment } from '../projects/Moment.tsx'
import { StatusMark } from './StatusMark.tsx'

interface LeadsTableProps {
  readonly leads: readonly Lead[]
  readonly opened: number | undefined
  onOpen(lead: number): void
}

const columns = ['lead', 'contact', 'company', 'source', 'status', 'responsible', 'date'] as const

/** A table where there is room for one, else a list of cards. Each line opens by its name. */
export function LeadsTable({ leads, opened, onOpen }: LeadsTableProps) {
  const { t } = useTranslation('leads')
  return (
    <>
      <table className="hidden w-full table-fixed border-separate border-spacing-0 text-sm md:table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  'sticky top-0 z-[1] border-b border-line bg-surface px-3 py-2 text-left text-xs font-normal text-muted',
                  (name === 'company' || name === 'source') && 'hidden xl:table-cell',
                  name === 'status' && 'w-32',
                  name === 'date' && 'w-36',
                )}
              >
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <Row key={lead.id} lead={lead} opened={opened === lead.id} onOpen={() => onOpen(lead.id)} />
          ))}
        </tbody>
      </table>
      <ul className="divide-y divide-line md:hidden">
        {leads.map((lead) => (
          <li key={lead.id}>
            <button
              type="button"
              aria-current={opened === lead.id || undefined}
              className="flex w-full flex-col gap-1 px-4 py-3 text-left text-sm hover:bg-hover"
              onClick={() => onOpen(lead.id)}
            >
              <span className="flex items-start gap-2">
                <bdi className="min-w-0 flex-1 truncate font-medium">{nameOf(lead) || t('noName', { id: lead.id })}</bdi>
                <StatusMark lead={lead} />
              </span>
              <span className="truncate text-muted">{[lead.phone, lead.email].filter(Boolean).join(' · ')}</span>
              <span className="flex gap-2 text-xs text-faint">
                <Moment at={lead.createdAt} />
                <span className="truncate">{lead.source?.name}</span>
                <span className="ml-auto truncate">{lead.responsible?.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const nameOf = ({ title, company, phone, email }: Lead): string => title || company || phone || email
const cell = 'truncate border-b border-line px-3 py-2 align-top'

function Row({ lead, opened, onOpen }: { readonly lead: Lead; readonly opened: boolean; onOpen(): void }) {
  const { t } = useTranslation('leads')
  return (
    <tr className={opened ? 'bg-accent-soft' : 'hover:bg-hover'} onClick={onOpen}>
      <td className={cell}>
        <button
          type="button"
          aria-current={opened || undefined}
          className="block max-w-full truncate text-left font-medium hover:underline"
          onClick={(event) => {
            event.stopPropagation()
            onOpen()
          }}
        >
          <bdi>{nameOf(lead) || t('noName', { id: lead.id })}</bdi>
        </button>
        <span className="block truncate text-xs text-faint">
          {t('number', { id: lead.id })}
          {lead.description && ` · ${lead.description}`}
        </span>
      </td>
      <td className={cell}>
        <bdi className="block truncate tabular-nums">{lead.phone}</bdi>
        <bdi className="block truncate text-xs text-muted">{lead.email}</bdi>
      </td>
      <td className={clsx(cell, 'hidden xl:table-cell')}>
        <bdi className="block truncate">{lead.company}</bdi>
        <bdi className="block truncate text-xs text-muted">{[lead.city, lead.country].filter(Boolean).join(', ')}</bdi>
      </td>
      <td className={clsx(cell, 'hidden xl:table-cell')}>
        <bdi className="block truncate">{lead.source?.name}</bdi>
        <bdi className="block truncate text-xs text-muted">
          {[lead.utm.source, lead.utm.medium, lead.utm.campaign].filter(Boolean).join(' / ')}
        </bdi>
      </td>
      <td className={cell}>
        <StatusMark lead={lead} />
      </td>
      <td className={cell}>
        <bdi>{lead.responsible?.name ?? <span className="text-faint">{t('nobody')}</span>}</bdi>
      </td>
      <td className={clsx(cell, 'text-muted')}>
        <Moment at={lead.createdAt} />
      </td>
    </tr>
  )
}
