import { useInfiniteQuery } from '@tanstack/react-query'
import { PhoneCall } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { ListScreen } from '../list-screen/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { CallCard } from './CallCard.tsx'
import { CallsFilters } from './CallsFilters.tsx'
import { useCallColumns } from './call-columns.tsx'
import { callsQuery } from './calls.queries.ts'
import { isFiltered, type TelephonySearch } from './telephony-search.ts'

export interface CallsViewProps {
  readonly search: TelephonySearch
  onSearch(fields: Partial<TelephonySearch>): void
}

/** The log of calls (telephony, section 8). Each leads to its dialogue. */
export function CallsView({ search, onSearch }: CallsViewProps) {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  const query = useInfiniteQuery({ ...callsQuery(projectId, search), placeholderData: (former) => former })
  return (
    <ListScreen
      query={query}
      rows={query.data?.pages.flatMap(({ calls }) => calls) ?? []}
      total={query.data?.pages[0]?.total ?? 0}
      columns={useCallColumns()}
      keyOf={({ number }) => number}
      card={(call) => <CallCard call={call} />}
      filters={<CallsFilters search={search} onSearch={onSearch} />}
      filtered={isFiltered(search)}
      empty={
        <EmptyState icon={<PhoneCall size={32} />} title={t('none')} about={t('noneAbout')}>
          {rights.may('settings') && <Button onClick={() => onSearch({ view: 'connection' })}>{t('connect')}</Button>}
        </EmptyState>
      }
    />
  )
}
