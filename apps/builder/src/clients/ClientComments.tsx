import { listMessages } from '@voronka/api'
import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Skeleton } from '../ui/index.ts'

/** Only what colleagues wrote to each other in this dialogue. */
export function ClientComments({ client }: { readonly client: ClientCard }) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data } = useQuery({
    queryKey: ['clients', projectId, 'messages', client.id, 'comments'],
    queryFn: ({ signal }) =>
      call(listMessages, { projectId, clientId: client.id, only: 'comments' }, { signal }).then(({ messages }) => messages),
  })
  if (!data) return <Skeleton className="h-24" />
  if (!data.length) return <p className="text-sm text-faint">{t('comments.none')}</p>
  return (
    <ol className="flex flex-col gap-2">
      {data.toReversed().map((comment) => (
        <li key={comment.id} className="rounded-md bg-warning-soft p-2 text-sm">
          <p className="whitespace-pre-wrap wrap-anywhere">{comment.text}</p>
          <p className="mt-1 text-xs text-faint">
            <bdi>{comment.author ?? t('message.bot')}</bdi> · <Moment at={comment.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
