import type { AuditAction, AuditPage, AuditSearch } from '@voronka/api'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Select, Skeleton, TextInput } from '../ui/index.ts'
import { AuditRow } from './AuditRow.tsx'
import { useSettled } from './use-settled.ts'

interface Filters {
  readonly text: string
  readonly action: AuditAction | ''
  readonly account: string
  /** Days of the person's own calendar, as date fields give them. */
  readonly from: string
  readonly to: string
}

interface AuditLogProps {
  readonly about: string
  /** Whose log it is: a project, or the installation. */
  readonly of: number | 'installation'
  ask(asked: AuditSearch, options: { readonly signal: AbortSignal }): Promise<AuditPage>
  /** What can stand in it. */
  readonly actions: readonly AuditAction[]
  /** Who can be asked for; nobody where the person may not see them. */
  readonly people: readonly { readonly account: number; readonly name: string }[]
}

const everything: Filters = { text: '', action: '', account: '', from: '', to: '' }
const pageSize = 50

/** Who changed what, when and from where. */
export function AuditLog({ about, of, ask, actions, people }: AuditLogProps) {
  const { t } = useTranslation('people')
  const [filters, setFilters] = useState(everything)
  const asked = useSettled(filters)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', of, asked],
    queryFn: ({ pageParam, signal }) => ask({ ...queryOf(asked), limit: pageSize, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
  const entries = data?.pages.flatMap((page) => page.entries)
  return (
    <Card title={t('audit.title')} about={about}>
      <Search filters={filters} actions={actions} people={people} onChange={setFilters} />
      {error && !entries ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : !entries ? (
        <Skeleton className="h-60" />
      ) : entries.length ? (
        <ol aria-label={t('audit.title')} className="flex flex-col">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
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

const queryOf = ({ text, action, account, from, to }: Filters) => ({
  text: text.trim() || undefined,
  action: action || undefined,
  account: account ? Number(account) : undefined,
  from: from ? new Date(`${from}T00:00:00`).toISOString() : undefined,
  to: to ? new Date(`${to}T23:59:59.999`).toISOString() : undefined,
})

interface SearchProps extends Pick<AuditLogProps, 'actions' | 'people'> {
  readonly filters: Filters
  onChange(filters: Filters): void
}

function Search({ filters, actions, people, onChange }: SearchProps) {
  const { t } = useTranslation('people')
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
        options={[{ value: '', label: t('audit.all') }, ...actions.map((value) => ({ value, label: t(`audit.actions.${value}`) }))]}
        onChange={(action) => set({ action })}
      />
      {people.length > 0 && (
        <Select
          label={t('audit.person')}
          value={filters.account}
          options={[
            { value: '', label: t('audit.everybody') },
            ...people.map(({ account, name }) => ({ value: String(account), label: name })),
          ]}
          onChange={(account) => set({ account })}
        />
      )}
      <TextInput label={t('audit.from')} type="date" value={filters.from} onChange={(from) => set({ from })} />
      <TextInput label={t('audit.to')} type="date" value={filters.to} onChange={(to) => set({ to })} />
    </search>
  )
}
