import { useNavigate, useSearch } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { ListScreen } from '../list-screen/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { LeadCard } from './LeadCard.tsx'
import { LeadPanel } from './LeadPanel.tsx'
import { LeadsFilters } from './LeadsFilters.tsx'
import { useLeadColumns } from './lead-columns.tsx'
import { leadsQuery } from './leads.queries.ts'
import { isFiltered, type LeadsSearch } from './leads-search.ts'

/** Requests of people of whom nothing else is known yet: taken, made into orders, or closed with a reason (leads-api, section 7). */
export function LeadsPage() {
  const { t } = useTranslation('leads')
  const { id: projectId, rights } = useProject()
  const navigate = useNavigate({ from: '/p/$projectId/leads' })
  const search = useSearch({ from: '/p/$projectId/leads' })
  const setSearch = (fields: Partial<LeadsSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...fields }), replace: !('lead' in fields) })
  const query = useInfiniteQuery({ ...leadsQuery(projectId, search), placeholderData: (former) => former })
  return (
    <main className="relative flex h-full min-h-0">
      <h1 className="sr-only">{t('title')}</h1>
      <ListScreen
        query={query}
        rows={query.data?.pages.flatMap(({ leads }) => leads) ?? []}
        total={query.data?.pages[0]?.total ?? 0}
        columns={useLeadColumns()}
        keyOf={({ id }) => id}
        card={(lead) => <LeadCard lead={lead} />}
        opened={search.lead}
        onOpen={(lead) => setSearch({ lead })}
        filters={<LeadsFilters search={search} onSearch={setSearch} />}
        filtered={isFiltered(search)}
        empty={
          <EmptyState icon={<UserPlus size={32} />} title={t('none')} about={t('noneAbout')}>
            {rights.may('settings') && (
              <Button onClick={() => void navigate({ to: '/p/$projectId/settings/$part', params: { projectId, part: 'leads' } })}>
                {t('connect')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {search.lead !== undefined && (
        <LeadPanel
          key={search.lead}
          lead={search.lead}
          editable={rights.may('leads', 'edit')}
          onClose={() => setSearch({ lead: undefined })}
        />
      )}
    </main>
  )
}
