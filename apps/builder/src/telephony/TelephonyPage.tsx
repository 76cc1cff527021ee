import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { Segments } from '../ui/index.ts'
import { CallsView } from './CallsView.tsx'
import { callsKey } from './calls.queries.ts'
import { StoppedNumbers } from './StoppedNumbers.tsx'
import { TelephonyConnection } from './TelephonyConnection.tsx'
import { views, type TelephonySearch } from './telephony-search.ts'

/** Telephony: the calls, the numbers that are not called, and what the project calls through (telephony, sections 1, 4 and 8). */
export function TelephonyPage() {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/p/$projectId/telephony' })
  const search = useSearch({ from: '/p/$projectId/telephony' })
  const setSearch = (fields: Partial<TelephonySearch>) =>
    void navigate({ search: (former) => ({ ...former, ...fields }), replace: !('view' in fields) })
  useLive(projectId, ({ type }) => {
    if (type === 'calls-changed' || type === 'hello') void queries.invalidateQueries({ queryKey: callsKey(projectId) })
  })
  const offered = views.filter((view) => view !== 'connection' || rights.may('settings'))
  const view = offered.find((each) => each === search.view) ?? 'calls'
  return (
    <main className="flex h-full min-h-0 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="shrink-0 border-b border-line bg-surface px-3 py-2">
        <div className="max-w-120">
          <Segments
            label={t('title')}
            labelHidden
            value={view}
            options={offered.map((value) => ({ value, text: t(`views.${value}`) }))}
            onChange={(next) => setSearch({ view: next === 'calls' ? undefined : next })}
          />
        </div>
      </div>
      {view === 'calls' && <CallsView search={search} onSearch={setSearch} />}
      {view === 'numbers' && <StoppedNumbers />}
      {view === 'connection' && <TelephonyConnection />}
    </main>
  )
}
