import { paymentStates } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { ClientFilter } from '../crm/index.ts'
import { DayField, FiltersBar, SettingsLink } from '../list-screen/index.ts'
import { SearchField, Select } from '../ui/index.ts'
import { isFiltered, noFilter, type PaymentsSearch } from './payments-search.ts'

interface PaymentsFiltersProps {
  readonly search: PaymentsSearch
  onSearch(fields: Partial<PaymentsSearch>): void
}

/** Which payments are shown. */
export function PaymentsFilters({ search, onSearch }: PaymentsFiltersProps) {
  const { t } = useTranslation('payments')
  return (
    <FiltersBar
      more={isFiltered({ ...search, state: undefined })}
      onReset={isFiltered(search) ? () => onSearch(noFilter) : undefined}
      first={
        <div className="min-w-32 flex-1 sm:w-44 sm:flex-none">
          <Select
            label={t('columns.state')}
            labelHidden
            value={search.state ?? ''}
            options={[{ value: '', label: t('anyState') }, ...paymentStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
            onChange={(state) => onSearch({ state: state === '' ? undefined : state })}
          />
        </div>
      }
      aside={<SettingsLink part="integrations" text={t('connections')} />}
    >
      <SearchField
        className="min-w-0 sm:w-40"
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
