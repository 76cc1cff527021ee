import { callOutcomes } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { ClientFilter, EmployeeSelect } from '../crm/index.ts'
import { DayField, FiltersBar } from '../list-screen/index.ts'
import { Select } from '../ui/index.ts'
import type { CallsViewProps } from './CallsView.tsx'
import { isFiltered, noFilter } from './telephony-search.ts'

/** Which calls are shown. */
export function CallsFilters({ search, onSearch }: CallsViewProps) {
  const { t } = useTranslation('telephony')
  return (
    <FiltersBar
      more={isFiltered({ ...search, outcome: undefined })}
      onReset={isFiltered(search) ? () => onSearch(noFilter) : undefined}
      first={
        <div className="min-w-32 flex-1 sm:w-44 sm:flex-none">
          <Select
            label={t('columns.outcome')}
            labelHidden
            value={search.outcome ?? ''}
            options={[{ value: '', label: t('anyOutcome') }, ...callOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))]}
            onChange={(outcome) => onSearch({ outcome: outcome === '' ? undefined : outcome })}
          />
        </div>
      }
    >
      <EmployeeSelect
        label={t('columns.employee')}
        everybody={t('anybody')}
        nobody={t('funnel')}
        value={search.employee}
        onChange={(employee) => onSearch({ employee })}
      />
      <ClientFilter label={t('columns.client')} value={search.client} onChange={(client) => onSearch({ client })} />
      <DayField label={t('from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <DayField label={t('until')} value={search.until} onChange={(until) => onSearch({ until })} />
    </FiltersBar>
  )
}
