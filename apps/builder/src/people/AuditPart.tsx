import { auditActions, searchAuditLog } from '@voronka/api'
import type { AuditAction, AuditEntry } from '@voronka/api'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Select, Skeleton, TextInput } from '../ui/index.ts'
import { auditChanges } from './audit-changes.ts'
import { auditWords } from './audit-words.ts'
import { membersQuery } from './queries.ts'
import { useSettled } from './use-settled.ts'

interface Filters {
  readonly text: string
  readonly action: AuditAction | ''
  readonly account: string
  /** Days of the person's own calendar, as date fields give them. */
  readonly from: string
  readonly to: string
}

const everything: Filters = { text: '', action: '', account: '', from: '', to: '' }
const pageSize = 50

/** Who changed what, when and from where. */
export default function AuditPart() {
  const { t } = useTranslation('people')
  const { id: projectId } = useProject()
  const [filters, setFilters] = useState(everything)
  const asked = useSettled(filters)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', projectId, asked],
    queryFn: ({ pageParam, signal }) =>
      call(
        searchAuditLog,
        {
          projectId,
          limit: pageSize,
          before: pageParam,
          text: asked.text.trim() || undefined,
          action: asked.action || undefined,
          account: asked.account ? Number(asked.account) : undefined,
          from: asked.from ? new Date(`${asked.from}T00:00:00`).toISOString() : undefined,
          to: asked.to ? new Date(`${asked.to}T23:59:59.999`).toISOString() : undefined,
        },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
  const entries = data?.pages.flatMap((page) => page.entries)
  return (
    <Card title={t('audit.title')} about={t('audit.about')}>
      <Search filters={filters} onChange={setFilters} />
      {error && !entries ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !entries ? (
        <Skeleton className="h-60" />
      ) : entries.length ? (
        <ol aria-label={t('audit.title')} className="flex flex-col">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      ) : (
        <p className="py-6 text-center text-sm text-faint">{t('audit.none')}</p>
      )}
      {hasNextPage && (
        <Button className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </Card>
  )
}

function Search({ filters, onChange }: { filters: Filters; onChange(filters: Filters): void }) {
  const { t } = useTranslation('people')
  const { id: projectId, rights } = useProject()
  const { data: members = [] } = useQuery({ ...membersQuery(projectId), enabled: rights.may('employees') })
  const set = (fields: Partial<Filters>) => onChange({ ...filters, ...fields })
  return (
    <search className="mb-3 grid grid-cols-2 gap-2 md:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]">
      <div className="col-span-2 md:col-span-1">
        <TextInput
          label={t('audit.search')}
          type="search"
          placeholder={t('audit.searchPlaceholder')}
          maxLength={200}
          value={filters.text}
          onChange={(text) => set({ text })}
        />
      </div>
      <Select
        label={t('audit.action')}
        value={filters.action}
        options={[
          { value: '', label: t('audit.all') },
          ...auditActions.filter((action) => !ofInstallation(action)).map((value) => ({ value, label: t(`audit.actions.${value}`) })),
        ]}
        onChange={(action) => set({ action })}
      />
      {rights.may('employees') && (
        <Select
          label={t('audit.person')}
          value={filters.account}
          options={[
            { value: '', label: t('audit.everybody') },
            ...members.map(({ account, shownName }) => ({ value: String(account), label: shownName })),
          ]}
          onChange={(account) => set({ account })}
        />
      )}
      <TextInput label={t('audit.from')} type="date" value={filters.from} onChange={(from) => set({ from })} />
      <TextInput label={t('audit.to')} type="date" value={filters.to} onChange={(to) => set({ to })} />
    </search>
  )
}

/** Not in the log of a project. */
const ofInstallation = (action: AuditAction): boolean => /^(installation|account)\./.test(action)

function Entry({ entry: { at, who, action, subject, address, before, after } }: { entry: AuditEntry }) {
  const { t } = useTranslation('people')
  const known = auditActions.find((name) => name === action)
  const { t: say } = useTranslation('app')
  const language = useLanguage()
  const changes = auditChanges(before, after).flatMap((change) => auditWords(change, { t, say, language }) ?? [])
  return (
    <li className="border-t border-line py-2 text-sm first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium wrap-anywhere">{who.name || t(`audit.kinds.${who.kind}`)}</span>
        <span>{known ? t(`audit.actions.${known}`) : action}</span>
        {subject && <span className="wrap-anywhere text-muted">{subject}</span>}
        <span className="ml-auto shrink-0 text-xs text-muted">
          <Moment at={at} />
        </span>
      </p>
      {changes.length > 0 && (
        <dl className="mt-1 flex flex-col gap-0.5 text-xs">
          {changes.map((change) => (
            <div key={change.path} className="flex flex-wrap items-baseline gap-x-2">
              {change.path && <dt className="text-faint">{change.path}</dt>}
              <dd className="flex min-w-0 flex-wrap items-baseline gap-1">
                {change.before !== undefined && <del className="wrap-anywhere text-muted">{change.before}</del>}
                {change.before !== undefined && <ArrowRight size={10} aria-label={t('audit.became')} className="shrink-0 text-faint" />}
                {change.after === undefined ? (
                  <span className="text-faint">{t('audit.empty')}</span>
                ) : (
                  <ins className="wrap-anywhere no-underline">{change.after}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(address || who.kind === 'key') && (
        <p className="mt-0.5 text-xs text-faint">{[who.kind === 'key' ? t('audit.kinds.key') : '', address].filter(Boolean).join(' · ')}</p>
      )}
    </li>
  )
}
