import { canBeConnected, connectionKinds } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { ConnectionCard, connectionsQuery } from '../connections/index.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Skeleton } from '../ui/index.ts'

/** What the project calls through: one connection, or those that it can have (telephony, section 1). */
export function TelephonyConnection() {
  const { t } = useTranslation('telephony')
  const { id: projectId } = useProject()
  const { data: connections, error, refetch } = useQuery({ ...connectionsQuery(projectId), refetchOnMount: 'always' })
  const kinds = connectionKinds.filter(({ family }) => family === 'telephony')
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="flex max-w-240 flex-col gap-3 p-4">
        <p className="text-sm text-muted">{t('connectionAbout')}</p>
        {error && !connections ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : !connections ? (
          <Skeleton className="h-36" />
        ) : (
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            {kinds.map((kind) => {
              const connection = connections.find((each) => each.kind === kind.kind)
              if (connection) return <ConnectionCard key={connection.id} kind={kind} connection={connection} />
              return canBeConnected(kind, connections) && <ConnectionCard key={kind.kind} kind={kind} />
            })}
          </div>
        )}
      </div>
    </div>
  )
}
