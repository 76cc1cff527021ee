import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { Broken } from '../app/Broken.tsx'
import { useProject } from '../app/project-context.tsx'
import { Button, EmptyState, Skeleton } from '../ui/index.ts'
import { clientQuery } from './clients.queries.ts'

interface LoadedClientProps {
  readonly client: number
  /** What is shown of him once he is here. */
  children(client: ClientCard): ReactNode
  /** From where he is not there. */
  onClose?(): void
}

/** A client by his number, while he is fetched and where there is none. */
export function LoadedClient({ client: id, children, onClose }: LoadedClientProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: client, error, refetch } = useQuery(clientQuery(projectId, id))
  if (error && !client) {
    return error instanceof ApiError && error.status === 404 ? (
      <EmptyState title={t('gone.title')} about={t('gone.about')}>
        {onClose && <Button onClick={onClose}>{t('head.back')}</Button>}
      </EmptyState>
    ) : (
      <Broken error={error} onRetry={() => void refetch()} />
    )
  }
  if (!client) {
    return (
      <div aria-busy className="flex h-full flex-col gap-3 p-3">
        <Skeleton className="h-9" />
        <Skeleton className="min-h-0 flex-1" />
      </div>
    )
  }
  return children(client)
}
