import { leadStatuses } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { EmployeeSelect } from '../crm/index.ts'
import { DayField, FiltersBar, SettingsLink } from '../list-screen/index.ts'
import { SearchField, Select } from '../ui/index.ts'
import { leadCountsQuery, sourcesQuery } from './leads.queries.ts'
import { isFiltered, noFilter, type LeadsSearch } from './leads-search.ts'

interface LeadsFiltersProps {
  readonly search: LeadsSearch
  onSearch(fields: Partial<LeadsSearch>): void
}

/** Which leads are shown. */
export function LeadsFilters({ search, onSearch }: LeadsFiltersProps) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { data: sources = [] } = useQuery(sourcesQuery(projectId))
  return (
    <FiltersBar
      more={isFiltered({ ...search, status: undefined, q: undefined })}
      onReset={isFiltered(search) ? () => onSearch(noFilter) : undefined}
      first={<SearchAndStatus search={search} onSearch={onSearch} />}
      aside={<SettingsLink part="leads" text={t('settings.link')} />}
    >
      <EmployeeSelect
        label={t('columns.responsible')}
        everybody={t('anybody')}
        nobody={t('nobody')}
        value={search.responsible}
        onChange={(responsible) => onSearch({ responsible })}
      />
      <div className="sm:w-40">
        <Select
          label={t('columns.source')}
          labelHidden
          value={String(search.source ?? '')}
          options={[{ value: '', label: t('anySource') }, ...sources.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(chosen) => onSearch({ source: chosen === '' ? undefined : Number(chosen) })}
        />
      </div>
      <DayField label={t('from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <DayField label={t('until')} value={search.until} onChange={(until) => onSearch({ until })} />
    </FiltersBar>
  )
}

function SearchAndStatus({ search, onSearch }: LeadsFiltersProps) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const { data: counts } = useQuery(leadCountsQuery(projectId))
  return (
    <>
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={search.q ?? ''}
        className="min-w-40 sm:max-w-72"
        onSearch={(q) => onSearch({ q: q || undefined })}
      />
      <div className="min-w-32 flex-1 sm:w-44 sm:flex-none">
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
    </>
  )
}
