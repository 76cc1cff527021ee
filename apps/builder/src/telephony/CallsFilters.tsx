import { callOutcomes } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { ClientPicker, operatorsQuery } from '../crm/index.ts'
import { Button, Select, TextInput } from '../ui/index.ts'
import { clientQuery } from './calls.queries.ts'
import type { CallsViewProps } from './CallsView.tsx'
import { isFiltered, noFilter } from './telephony-search.ts'

/** Which calls are shown. On a telephone all but the outcome are folded away. */
export function CallsFilters({ search, onSearch }: CallsViewProps) {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  const [unfolded, setUnfolded] = useState(false)
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const { client = 0 } = search
  const { data: known } = useQuery({ ...clientQuery(projectId, client), enabled: client > 0 && rights.may('clients') })
  const folded = isFiltered({ ...search, outcome: undefined })
  return (
    <div className="flex shrink-0 flex-wrap items-end gap-2 border-b border-line bg-surface px-3 py-2">
      <div className="w-44">
        <Select
          label={t('columns.outcome')}
          value={search.outcome ?? ''}
          options={[{ value: '', label: t('anyOutcome') }, ...callOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))]}
          onChange={(outcome) => onSearch({ outcome: outcome === '' ? undefined : outcome })}
        />
      </div>
      <Button
        className="sm:hidden"
        aria-expanded={unfolded}
        icon={<SlidersHorizontal size={14} aria-hidden />}
        onClick={() => setUnfolded(!unfolded)}
      >
        {folded ? t('filterOn') : t('filter')}
      </Button>
      <div className={`${unfolded ? 'grid' : 'hidden sm:flex'} w-full grid-cols-2 items-end gap-2 sm:w-auto sm:flex-wrap`}>
        <div className="sm:w-44">
          <Select
            label={t('columns.employee')}
            value={String(search.employee ?? '')}
            options={[
              { value: '', label: t('anybody') },
              { value: 'nobody', label: t('funnel') },
              ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
            ]}
            onChange={(chosen) => onSearch({ employee: chosen === '' ? undefined : chosen === 'nobody' ? 'nobody' : Number(chosen) })}
          />
        </div>
        {rights.may('clients') && (
          <div className="sm:w-48">
            <ClientPicker
              label={t('columns.client')}
              value={client > 0 ? (known ?? { id: client, name: '' }) : null}
              onChange={(chosen) => onSearch({ client: chosen?.id })}
            />
          </div>
        )}
        <div className="sm:w-36">
          <TextInput type="date" label={t('from')} value={search.from ?? ''} onChange={(from) => onSearch({ from: from || undefined })} />
        </div>
        <div className="sm:w-36">
          <TextInput
            type="date"
            label={t('until')}
            value={search.until ?? ''}
            onChange={(until) => onSearch({ until: until || undefined })}
          />
        </div>
      </div>
      {isFiltered(search) && (
        <Button look="quiet" onClick={() => onSearch(noFilter)}>
          {t('reset')}
        </Button>
      )}
    </div>
  )
}
