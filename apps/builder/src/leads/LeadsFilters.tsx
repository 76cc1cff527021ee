import { leadStatuses } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Settings, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { Button, SearchField, Select, TextInput } from '../ui/index.ts'
import { leadCountsQuery, sourcesQuery } from './leads.queries.ts'
import { isFiltered, type LeadsSearch } from './leads-search.ts'

interface LeadsFiltersProps {
  readonly search: LeadsSearch
  onSearch(fields: Partial<LeadsSearch>): void
}

/** Which leads are shown. On a telephone all but the search and the status are folded away. */
export function LeadsFilters({ search, onSearch }: LeadsFiltersProps) {
  const { t } = useTranslation('leads')
  const { id: projectId, rights } = useProject()
  const { data: counts } = useQuery(leadCountsQuery(projectId))
  const [unfolded, setUnfolded] = useState(false)
  const filtered = isFiltered({ ...search, status: undefined, q: undefined })
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={search.q ?? ''}
          className="min-w-40 sm:max-w-72"
          onSearch={(q) => onSearch({ q: q || undefined })}
        />
        <div className="w-44">
          <Select
            label={t('columns.status')}
            labelHidden
            value={search.status ?? 'all'}
            options={[
              { value: 'all', label: t('anyStatus') },
              ...leadStatuses.map((status) => ({
                value: status,
                label: counts ? `${t(`status.${status}`)} (${counts[status]})` : t(`status.${status}`),
              })),
            ]}
            onChange={(status) => onSearch({ status: status === 'all' ? undefined : status })}
          />
        </div>
        <Button
          className="sm:hidden"
          aria-expanded={unfolded}
          icon={<SlidersHorizontal size={14} aria-hidden />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {filtered ? t('filterOn') : t('filter')}
        </Button>
        <MoreFilters search={search} className={unfolded ? 'grid' : 'hidden sm:flex'} onSearch={onSearch} />
        {isFiltered(search) && (
          <Button
            look="quiet"
            onClick={() =>
              onSearch({ status: undefined, responsible: undefined, source: undefined, from: undefined, until: undefined, q: undefined })
            }
          >
            {t('reset')}
          </Button>
        )}
        {rights.may('settings') && (
          <Link
            to="/p/$projectId/settings/$part"
            params={{ projectId, part: 'leads' }}
            className="ml-auto inline-flex h-8 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-text"
          >
            <Settings size={14} aria-hidden />
            {t('settings.link')}
          </Link>
        )}
      </div>
    </div>
  )
}

function MoreFilters({ search, className, onSearch }: LeadsFiltersProps & { readonly className: string }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const { data: sources = [] } = useQuery(sourcesQuery(projectId))
  return (
    <div className={`${className} w-full grid-cols-2 items-end gap-2 sm:w-auto sm:flex-wrap`}>
      <div className="sm:w-48">
        <Select
          label={t('columns.responsible')}
          labelHidden
          value={String(search.responsible ?? '')}
          options={[
            { value: '', label: t('anybody') },
            { value: 'nobody', label: t('nobody') },
            ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
          ]}
          onChange={(chosen) => onSearch({ responsible: chosen === '' ? undefined : chosen === 'nobody' ? 'nobody' : Number(chosen) })}
        />
      </div>
      <div className="sm:w-40">
        <Select
          label={t('columns.source')}
          labelHidden
          value={String(search.source ?? '')}
          options={[{ value: '', label: t('anySource') }, ...sources.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(chosen) => onSearch({ source: chosen === '' ? undefined : Number(chosen) })}
        />
      </div>
      <Day label={t('from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <Day label={t('until')} value={search.until} onChange={(until) => onSearch({ until })} />
    </div>
  )
}

/** Its name stands before it, so that one line is enough. */
function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | undefined
  onChange(day: string | undefined): void
}) {
  return (
    <div className="flex min-w-0 items-center gap-1 text-xs text-muted sm:w-44">
      <span aria-hidden className="shrink-0">
        {label}
      </span>
      <div className="min-w-0 flex-1">
        <TextInput type="date" label={label} labelHidden value={value ?? ''} onChange={(day) => onChange(day || undefined)} />
      </div>
    </div>
  )
}
