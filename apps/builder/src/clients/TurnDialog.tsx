import { getDraft } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { flowNames, TurnTrace } from '../test-chat/trace.ts'
import { Dialog, Skeleton } from '../ui/index.ts'
import { turnQuery } from './clients.queries.ts'

/** Why the bot said that: the trace of a real client's turn, in the words of the test chat. */
export function TurnDialog({ client, turn, onClose }: { readonly client: number; readonly turn: number; onClose(): void }) {
  const { t } = useTranslation('clients')
  const { t: tell } = useTranslation('test-chat')
  const { id: projectId } = useProject()
  const language = useLanguage()
  const navigate = useNavigate()
  const { data, error } = useQuery(turnQuery(projectId, client, turn))
  const { data: draft } = useQuery({
    queryKey: ['draft-names', projectId],
    queryFn: ({ signal }) => call(getDraft, { projectId }, { signal }).then(({ project }) => project),
  })
  const names = useMemo(
    () => draft && data && flowNames(draft, { language, say: tell, zone: draft.settings.timezone, now: Date.parse(data.at) }),
    [draft, data, language, tell],
  )
  return (
    <Dialog open wide onClose={onClose} title={t('turn.title')}>
      {error ? (
        <p className="pb-4 text-sm text-muted">{t('turn.gone')}</p>
      ) : data && names ? (
        <TurnTrace
          turn={data}
          names={names}
          onShow={(place) => void navigate({ to: '/p/$projectId', params: { projectId }, search: place })}
        />
      ) : (
        <Skeleton className="h-40" />
      )}
    </Dialog>
  )
}
