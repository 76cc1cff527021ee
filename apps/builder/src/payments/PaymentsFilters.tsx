import { paymentStates } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { Settings } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { ClientFilter } from '../crm/index.ts'
import { DayField, FiltersBar } from '../list-screen/index.ts'
import { SearchField, Select } from '../ui/index.ts'
import { isFiltered, noFilter, type PaymentsSearch } from './payments-search.ts'

interface PaymentsFiltersProps {
  readonly search: PaymentsSearch
  onSearch(fields: Partial<PaymentsSearch>): void
}

/** Which payments are shown. */
export function PaymentsFilters({ search, onSearch }: PaymentsFiltersProps) {
  const { t } = useTranslation('payments')
  const { id: projectId, rights } = useProject()
  return (
    <FiltersBar
      more={isFiltered({ ...search, state: undefined })}
      onReset={isFiltered(search) ? () => onSearch(noFilter) : undefined}
      first={
        <div className="w-44">
          <Select
            label={t('columns.state')}
            labelHidden
            value={search.state ?? ''}
            options={[{ value: '', label: t('anyState') }, ...paymentStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
            onChange={(state) => onSearch({ state: state === '' ? undefined : state })}
          />
        </div>
      }
      aside={
        rights.may('settings') && (
          <Link
            to="/p/$projectId/settings/$part"
            params={{ projectId, part: 'integrations' }}
            className="inline-flex h-8 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-text"
          >
            <Settings size={14} aria-hidden />
            {t('connections')}
          </Link>
        )
      }
    >
      <SearchField
        className="min-w-0 sm:w-36"
        label={t('orderNumber')}
        placeholder={t('orderNumber')}
        value={search.order === undefined ? '' : String(search.order)}
        onSearch={(text) => onSearch({ order: /^#?[1-9]\d{0,14}$/.test(text) ? Number(text.replace('#', '')) : undefined })}
      />
      <ClientFilter label={t('columns.client')} value={search.client} onChange={(client) => onSearch({ client })} />
      <DayField label={t('from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <DayField label={t('until')} value={search.until} onChange={(until) => onSearch({ until })} />
    </FiltersBar>
  )
}
