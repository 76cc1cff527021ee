import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { Segments } from '../ui/index.ts'
import { LabelsTab } from './LabelsTab.tsx'
import { ListsTab } from './ListsTab.tsx'
import type { ListsSearch } from './lists-search.ts'

/** Lists and labels: how clients are grouped (crm-and-tasks, sections 9 and 10). */
export function ListsPage() {
  const { t } = useTranslation('lists')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/p/$projectId/lists' })
  const search = useSearch({ from: '/p/$projectId/lists' })
  const setSearch = (fields: Partial<ListsSearch>) => void navigate({ search: (former) => ({ ...former, ...fields }) })
  useLive(projectId, ({ type }) => {
    if (type === 'lists-changed') void queries.invalidateQueries({ queryKey: ['lists', projectId] })
    if (type === 'labels-changed') void queries.invalidateQueries({ queryKey: ['labels', projectId] })
  })
  const tab = search.tab ?? 'lists'
  return (
    <main className="flex h-full min-h-0 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="shrink-0 border-b border-line bg-surface px-3 py-2">
        <div className="w-60">
          <Segments
            label={t('title')}
            labelHidden
            value={tab}
            options={[
              { value: 'lists', text: t('tabs.lists') },
              { value: 'labels', text: t('tabs.labels') },
            ]}
            onChange={(chosen) => setSearch({ tab: chosen === 'lists' ? undefined : chosen, list: undefined })}
          />
        </div>
      </div>
      <div className="min-h-0 flex-1">
        {tab === 'lists' ? <ListsTab open={search.list} onOpen={(list) => setSearch({ list })} /> : <LabelsTab />}
      </div>
    </main>
  )
}
