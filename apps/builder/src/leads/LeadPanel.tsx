import { assignLead, reopenLead, takeLead, type Lead } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { CircleSlash, Hand, RotateCcw, UserRoundCheck, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, EmptyState, IconButton, Select, Skeleton } from '../ui/index.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { leadQuery } from './leads.queries.ts'
import { ProcessDialog } from './ProcessDialog.tsx'
import { StatusMark } from './StatusMark.tsx'
import { useLeadChange } from './use-lead-change.ts'

interface LeadPanelProps {
  readonly lead: number
  readonly editable: boolean
  onClose(): void
}

/** One lead beside the list: what its author left, and what is done with it. */
export function LeadPanel({ lead: number, editable, onClose }: LeadPanelProps) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { data, error, refetch } = useQuery(leadQuery(projectId, number))
  return (
    <aside
      aria-label={t('number', { id: number })}
      className="absolute inset-0 z-20 flex flex-col border-l border-line bg-surface sm:static sm:w-96 sm:shrink-0"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-medium">{t('number', { id: number })}</h2>
        {data && <StatusMark lead={data.lead} />}
        <IconButton label={t('close')} icon={<X size={16} />} onClick={onClose} />
      </header>
      {data ? (
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
          {editable && <Actions lead={data.lead} known={data.known} />}
          <Facts lead={data.lead} />
          <Known known={data.known} />
        </div>
      ) : error instanceof ApiError && error.status === 404 ? (
        <EmptyState title={t('gone')} />
      ) : error ? (
        <Broken error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="flex flex-col gap-3 p-4" aria-busy>
          <Skeleton className="h-8" />
          <Skeleton className="h-24" />
        </div>
      )}
    </aside>
  )
}

type KnownClients = readonly { readonly id: number; readonly name: string; readonly phone: string; readonly email: string }[]

function Actions({ lead, known }: { readonly lead: Lead; readonly known: KnownClients }) {
  const { t } = useTranslation('leads')
  const { id: projectId, rights } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const [dialog, setDialog] = useState<'process' | 'close'>()
  const change = useLeadChange()
  const which = { projectId, lead: lead.id, revision: lead.revision }
  const waits = lead.status === 'open' || lead.status === 'work'
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {waits && (
          <Button
            look="primary"
            icon={<UserRoundCheck size={14} aria-hidden />}
            disabled={!rights.may('orders', 'edit')}
            onClick={() => setDialog('process')}
          >
            {t('process.do')}
          </Button>
        )}
        {lead.status === 'open' && (
          <Button icon={<Hand size={14} aria-hidden />} busy={change.isPending} onClick={() => change.mutate(() => call(takeLead, which))}>
            {t('take')}
          </Button>
        )}
        {waits && (
          <Button icon={<CircleSlash size={14} aria-hidden />} onClick={() => setDialog('close')}>
            {t('closing.do')}
          </Button>
        )}
        {lead.status === 'closed' && (
          <Button
            icon={<RotateCcw size={14} aria-hidden />}
            busy={change.isPending}
            onClick={() => change.mutate(() => call(reopenLead, which))}
          >
            {t('reopen')}
          </Button>
        )}
      </div>
      <Select
        label={t('columns.responsible')}
        value={String(lead.responsible?.account ?? '')}
        disabled={change.isPending}
        options={[
          { value: '', label: t('nobody') },
          ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
          // He may have left the project since.
          ...(lead.responsible && !operators.some(({ account }) => account === lead.responsible?.account)
            ? [{ value: String(lead.responsible.account), label: lead.responsible.name || `#${lead.responsible.account}` }]
            : []),
        ]}
        onChange={(chosen) => change.mutate(() => call(assignLead, { ...which, account: chosen === '' ? null : Number(chosen) }))}
      />
      {dialog === 'process' && <ProcessDialog lead={lead} known={known} onClose={() => setDialog(undefined)} />}
      {dialog === 'close' && <CloseDialog lead={lead} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function Facts({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { utm } = lead
  const texts = [
    ['title', lead.title],
    ['company', lead.company],
    ['place', [lead.city, lead.country].filter(Boolean).join(', ')],
    ['source', lead.source?.name ?? ''],
    ['partner', lead.partner?.site ?? ''],
    ['utm', [utm.source, utm.medium, utm.campaign, utm.term, utm.content].filter(Boolean).join(' / ')],
    ['referrer', utm.referrer],
    ['ip', lead.ip],
    ['comment', lead.comment],
  ] as const
  return (
    <>
      {lead.description && <p className="rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap">{lead.description}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
        <Fact name={t('columns.date')}>
          <Moment at={lead.createdAt} />
        </Fact>
        {lead.phone && (
          <Fact name={t('facts.phone')}>
            <a className="text-accent hover:underline" href={`tel:+${normalPhone(lead.phone) ?? lead.phone.replaceAll(/\D/g, '')}`}>
              {lead.phone}
            </a>
          </Fact>
        )}
        {lead.email && (
          <Fact name={t('facts.email')}>
            <a className="text-accent hover:underline" href={`mailto:${lead.email}`}>
              {lead.email}
            </a>
          </Fact>
        )}
        {lead.site && (
          <Fact name={t('facts.site')}>
            <bdi>{lead.site}</bdi>
          </Fact>
        )}
        {texts.map(([name, value]) =>
          value ? (
            <Fact key={name} name={t(`facts.${name}`)}>
              <bdi>{value}</bdi>
            </Fact>
          ) : null,
        )}
        {lead.doneAt && (
          <Fact name={t('facts.done')}>
            <Moment at={lead.doneAt} />
          </Fact>
        )}
        {lead.client && (
          <Fact name={t('facts.client')}>
            <Link
              to="/p/$projectId/clients"
              params={{ projectId }}
              search={{ client: lead.client.id }}
              className="text-accent hover:underline"
            >
              {lead.client.name || `#${lead.client.id}`}
            </Link>
          </Fact>
        )}
        {lead.order !== null && (
          <Fact name={t('facts.order')}>
            <Link to="/p/$projectId/orders" params={{ projectId }} search={{ order: lead.order }} className="text-accent hover:underline">
              {t('order', { number: lead.order })}
            </Link>
          </Fact>
        )}
      </dl>
    </>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
)

/** Somebody with this phone or e-mail is a client already. */
function Known({ known }: { readonly known: KnownClients }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  if (!known.length) return null
  return (
    <section aria-label={t('known')}>
      <h3 className="mb-1 text-xs text-muted">{t('known')}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {known.map(({ id, name, phone, email }) => (
          <li key={id} className="flex items-baseline gap-2">
            <Link
              to="/p/$projectId/clients"
              params={{ projectId }}
              search={{ client: id }}
              className="truncate text-accent hover:underline"
            >
              {name || `#${id}`}
            </Link>
            <span className="ml-auto truncate text-xs text-faint">{[phone, email].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
