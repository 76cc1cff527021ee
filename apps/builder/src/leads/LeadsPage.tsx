import { useNavigate, useSearch } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { LeadPanel } from './LeadPanel.tsx'
import { LeadsFilters } from './LeadsFilters.tsx'
import { LeadsTable } from './LeadsTable.tsx'
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
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...leadsQuery(projectId, search),
    placeholderData: (former) => former,
  })
  const leads = data?.pages.flatMap((page) => page.leads) ?? []
  const total = data?.pages[0]?.total ?? 0
  return (
    <main className="relative flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="sr-only">{t('title')}</h1>
        <LeadsFilters search={search} onSearch={setSearch} />
        <div className="min-h-0 flex-1 overflow-auto">
          {error && !data ? (
            <Broken error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <div className="flex flex-col gap-2 p-4" aria-busy>
              <Skeleton className="h-9" />
              <Skeleton className="h-9" />
              <Skeleton className="h-9" />
            </div>
          ) : leads.length ? (
            <>
              <LeadsTable leads={leads} opened={search.lead} onOpen={(lead) => setSearch({ lead })} />
              <p className="flex items-center justify-center gap-3 p-4 text-xs text-faint" role="status">
                {t('shown', { shown: leads.length, count: total })}
                {hasNextPage && (
                  <Button small busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {t('more')}
                  </Button>
                )}
              </p>
            </>
          ) : isFiltered(search) ? (
            <EmptyState title={t('nothingFound')} about={t('nothingFoundAbout')} />
          ) : (
            <EmptyState icon={<UserPlus size={32} />} title={t('none')} about={t('noneAbout')} />
          )}
        </div>
      </div>
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
